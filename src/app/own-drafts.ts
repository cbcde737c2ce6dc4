import { live } from '../domain/people/holders.ts'
import type { PolicyDraft } from '../store/policy-drafts.ts'
import type { Tx } from '../store/tx.ts'
import type { Viewer } from './app.ts'
import { bodyOf } from './sessions.ts'

/** A draft of the viewer's own body: the Board's for those who keep policies there, an agency's for its own. */
export async function ownDraft(tx: Tx, viewer: Viewer, id: string): Promise<PolicyDraft | undefined> {
  const draft = await tx.policyDrafts.get(id)
  return draft && (await isOwn(tx, viewer))(draft) ? draft : undefined
}

/** Those not ended, the last saved first. */
export async function ownDrafts(tx: Tx, viewer: Viewer): Promise<readonly PolicyDraft[]> {
  return (await tx.policyDrafts.list()).filter(await isOwn(tx, viewer))
}

/** A draft belongs to the body for which whoever began it keeps policies; when they keep none any more, to the Board. */
async function isOwn(tx: Tx, viewer: Viewer): Promise<(draft: PolicyDraft) => boolean> {
  const directory = await tx.directory()
  const posts = live({ directory, at: tx.at }).filter((post) => post.keepsPolicies)
  return ({ beganBy }) => {
    const bodies = posts.filter((post) => post.person === beganBy).map((post) => bodyOf(directory, post))
    const whose = bodies.length > 0 ? bodies : [undefined]
    return viewer.keeps.some((post) => whose.includes(post.agency))
  }
}
