/** Who is asking: a session's token answers with a viewer, or with nobody. The seam for real sign-in: only `begin` will change. */

import type { AgencyId, Directory, Post } from '../domain/people/directory.ts'
import { live } from '../domain/people/holders.ts'
import type { Store } from '../store/store.ts'
import type { Sessions, Viewer } from './app.ts'
import type { Clock } from './clock.ts'
import type { PostThatKeeps } from './policy-life.ts'

/** A working day. In the sample place, whose clock people set forward by days, a year. */
export const sessionLasts = { real: 8 * 3_600_000, sample: 365 * 24 * 3_600_000 }

/** `knows`: the partnerships whose sessions say something here; a rehearsal's say nothing outside it, and a real one's nothing inside. */
export function makeSessions(
  store: Store,
  clock: Clock,
  lasts: number,
  knows: (partnership: string) => boolean,
): Sessions {
  return {
    async begin(partnership, person) {
      const at = clock.now()
      return store.transaction(
        { nobody: true, partnership },
        async (tx) => {
          if (!viewerOf(await tx.directory(), partnership, person, '', at))
            throw new Error('Nobody in the directory has a post under that name now.')
          const { token } = await tx.sessions.create(person, at + lasts)
          return `${partnership}.${token}`
        },
        { at },
      )
    },
    async find(given) {
      const { partnership, token } = split(given)
      if (!partnership || !token || !knows(partnership)) return undefined
      const at = clock.now()
      return store.transaction(
        { nobody: true, partnership },
        async (tx) => {
          const session = await tx.sessions.find(token)
          return session ? viewerOf(await tx.directory(), partnership, session.person, session.id, at) : undefined
        },
        { at },
      )
    },
    async end(given) {
      const { partnership, token } = split(given)
      if (partnership && token)
        await store.transaction({ nobody: true, partnership }, (tx) => tx.sessions.end(token), { at: clock.now() })
    },
  }
}

const split = (given: string) => {
  const [, partnership, token] = /^([a-z0-9-]{1,60})\.([A-Za-z0-9_-]{20,100})$/.exec(given) ?? []
  return { partnership, token }
}

/** Somebody without a post now is nobody here, whatever session they hold. */
function viewerOf(
  directory: Directory,
  partnership: string,
  person: string,
  session: string,
  at: number,
): Viewer | undefined {
  const known = directory.people[person]
  const posts = live({ directory, at }).filter((p) => p.person === person)
  const first = posts[0]
  if (!known || !first) return undefined
  return {
    partnership,
    person,
    name: known.name,
    posts,
    agency: first.agency,
    agencyName: directory.agencies[first.agency]?.name ?? '',
    board: posts.some((p) => directory.agencies[p.agency]?.kind === 'board'),
    keeps: posts.flatMap((p) => (p.keepsPolicies ? [keeping(directory, p)] : [])),
    session,
  }
}

function keeping(directory: Directory, post: Post): PostThatKeeps {
  const agency = directory.agencies[post.agency]
  const whose = bodyOf(directory, post)
  return {
    id: post.id,
    title: post.title,
    onBehalfOf: agency?.name ?? '',
    ...(whose === undefined ? {} : { agency: whose }),
  }
}

/** The agency for which a post keeps policies; none at the Board, which keeps them for everybody. */
export const bodyOf = ({ agencies }: Directory, { agency }: Post): AgencyId | undefined =>
  agencies[agency]?.kind === 'board' ? undefined : agency
