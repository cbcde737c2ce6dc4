import type { Screen } from '../screen.ts'

/** For whoever watches over the server: 200 only when the database answers. */
export const health: Screen = [
  {
    method: 'GET',
    url: '/healthz',
    access: 'bare',
    make: (app) => async () => {
      const ok = await app.healthy().catch(() => false)
      return { status: ok ? 200 : 503, type: 'application/json; charset=utf-8', body: JSON.stringify({ ok }) }
    },
  },
]
