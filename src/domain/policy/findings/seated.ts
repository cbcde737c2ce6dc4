import type { Directory } from '../../people/directory.ts'
import type { Finding } from '../finding.ts'
import type { Policy, Role } from '../policy.ts'
import { found } from './found.ts'

/** Panels for which there are not enough people. */
export function seated(
  policy: Policy,
  directory: Directory | undefined,
  today: string | undefined,
): readonly Finding[] {
  if (!directory) return []
  return Object.values(policy.roles).flatMap((role) => {
    const { seats } = role
    const of = seats && policy.roles[seats.of]
    if (!seats || !of) return []
    const posts = directory.posts.filter(
      (post) =>
        names(of).includes(slug(post.role)) &&
        (seats.rank === undefined || post.rank === seats.rank) &&
        (today === undefined || ((post.from ?? today) <= today && today <= (post.until ?? today))),
    )
    const agencies = new Set(posts.flatMap((post) => [post.agency, ...post.speaksFor]))
    // Where no party may sit, the two agencies of a case are left out, and any two may have one.
    const free = seats.parties === 'never' ? Math.max(0, agencies.size - 2) : agencies.size
    if (free >= seats.agencies) return []
    const rank = seats.rank === undefined ? '' : ` of rank ${seats.rank}`
    const less = free === agencies.size ? '' : ', and the two of a case may not sit'
    const message = `\`${role.id}\` needs people of ${seats.agencies} agencies; the directory has \`${of.id}\`${rank} in ${agencies.size}${less}.`
    return [found('warning', 'panel-not-seatable', seats.place ?? role.place, message)]
  })
}

function names(role: Role): readonly string[] {
  return [role.id, slug(role.is), ...role.or.map(slug)]
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
