import type { Principal } from '../store/principal.ts'
import type { Asking } from './app.ts'

/** For whom a transaction runs, as the store and its row security know them. */
export const principalOf = (asking: Asking): Principal => ({
  person: asking.viewer.person,
  partnership: asking.viewer.partnership,
  session: asking.viewer.session,
  request: asking.request,
  route: asking.route,
})
