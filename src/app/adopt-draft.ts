/**
 * Brings a draft into force: only what was looked at, only what the check finds sound, signed by somebody who may.
 * Source: issue "The policy workbench" point 7, language.md section 5, clause RSG-8.
 */
import { Temporal } from 'temporal-polyfill'
import { dateAt, londonInstant } from '../domain/calendar/london.ts'
import { plainDate } from '../domain/calendar/words.ts'
import type { AgencyId } from '../domain/people/directory.ts'
import type { Checked } from '../domain/policy/check.ts'
import type { Id, Policy } from '../domain/policy/policy.ts'
import type { FindingsThen } from '../store/policies.ts'
import type { Tx } from '../store/tx.ts'
import type { Viewer } from './app.ts'
import { clashOf } from './clashing-addenda.ts'
import { ownDraft } from './own-drafts.ts'
import type { Adopted, PostThatKeeps, Signing, TextRead } from './policy-life.ts'
import { readText, surroundingsOf } from './read-text.ts'
import { reviewDue } from './review-due.ts'

export async function adoptDraft(tx: Tx, viewer: Viewer, signing: Signing): Promise<Adopted> {
  await tx.policies.oneAtATime()
  const draft = await ownDraft(tx, viewer, signing.draft)
  if (!draft || draft.ended?.how === 'set aside') return { ok: false, why: 'not found' }
  const read = await readText(draft.text, await surroundingsOf(tx))
  // Sent twice: it is in force already.
  if (draft.ended && read.ok) return { ok: true, policy: read.policy.id, version: read.policy.version }
  if (draft.revision !== signing.revision) return { ok: false, why: 'changed', draft }
  if (!read.ok || !read.checked.ok) return { ok: false, why: 'unsound', read }
  const { policy, checked } = read
  const post = viewer.keeps.find((one) => one.id === signing.post)
  const refused =
    (await outOfOrder(tx, viewer, policy, post)) ??
    (await besideOthers(tx, policy)) ??
    reachesBack(tx, policy) ??
    unsigned(tx, viewer, signing, read)
  if (refused) return refused
  if (!post) return refuse('post', 'Choose the post in which you sign')

  await tx.policies.save({ id: policy.id, version: policy.version, hash: policy.hash, text: draft.text })
  await tx.policies.adopt(policy.id, policy.version, {
    signedAs: post.title,
    onBehalfOf: post.onBehalfOf,
    ...(post.agency === undefined ? {} : { agency: post.agency }),
    starts: startOf(signing.starts, tx.at),
    reviewOn: signing.reviewOn,
    ...(signing.reason ? { reason: signing.reason } : {}),
    findings: findingsThen(checked),
    draft: draft.id,
  })
  await tx.policyDrafts.end(draft.id, 'adopted')
  return { ok: true, policy: policy.id, version: policy.version }
}

/** Two addenda that begin on one day and change one thing: nobody could tell which of them holds. */
async function besideOthers(tx: Tx, policy: Policy): Promise<(Adopted & { readonly ok: false }) | undefined> {
  const clash = await clashOf(tx, policy)
  return clash === undefined ? undefined : refuse('draft', clash)
}

const refuse = (field: keyof Signing, says: string): Adopted & { readonly ok: false } => ({
  ok: false,
  why: 'refused',
  field,
  says,
})

/** A version is adopted once and with one text, and an agency does not change what is in force for others. */
async function outOfOrder(
  tx: Tx,
  viewer: Viewer,
  policy: Policy,
  post: PostThatKeeps | undefined,
): Promise<(Adopted & { readonly ok: false }) | undefined> {
  const versions = (await tx.policies.list()).filter((one) => one.id === policy.id)
  const same = versions.find((one) => one.version === policy.version)
  const newest = Math.max(0, ...versions.map((one) => one.version))
  if (same && same.hash !== policy.hash)
    return refuse(
      'draft',
      `Version ${policy.version} of ${policy.title} was adopted with other words, and a version never changes. Give this one version ${newest + 1}`,
    )
  if (same?.adoption)
    return refuse(
      'draft',
      `Version ${policy.version} of ${policy.title} was adopted already. Give this one version ${newest + 1}`,
    )
  if (post?.agency === undefined) return undefined
  const whose = await othersPolicy(tx, policy.id, post.agency)
  if (whose)
    return refuse(
      'post',
      `${policy.title} is ${whose}’s policy. ${viewer.agencyName}’s own needs an id of its own, at the top of the draft`,
    )
  const changed = policy.changes?.from === undefined ? undefined : policy.changes.policy
  const parents = changed === undefined ? undefined : await othersPolicy(tx, changed, post.agency)
  return parents
    ? refuse(
        'post',
        `This addendum would change a policy for ${parents}, running cases too. Whoever adopted that policy adopts its addenda`,
      )
    : undefined
}

/** Whose a policy is besides this agency's: what was ever adopted counts, that to come too. Nobody else's: nothing. */
async function othersPolicy(
  tx: Tx,
  id: Id,
  agency: AgencyId,
): Promise<'the whole partnership' | 'another agency' | undefined> {
  const adoptions = (await tx.policies.adoptions()).filter((one) => one.policy === id)
  if (adoptions.some((one) => one.agency === undefined)) return 'the whole partnership'
  return adoptions.some((one) => one.agency !== agency) ? 'another agency' : undefined
}

/** What began yesterday would move dates that have been told. */
function reachesBack(tx: Tx, { changes }: Policy): Adopted | undefined {
  const today = dateAt(tx.at)
  return changes?.from !== undefined && changes.from < today
    ? refuse(
        'draft',
        'This addendum began before today. Give it a first day (from) of today or later: dates that people were told do not move',
      )
    : undefined
}

function unsigned(tx: Tx, viewer: Viewer, signing: Signing, { policy, checked }: Sound): Adopted | undefined {
  const today = dateAt(tx.at)
  if (plain(signing.signature) !== plain(viewer.name))
    return refuse('signature', `Type your own name as it stands here, ${viewer.name}, to sign`)
  if (signing.starts < today) return refuse('starts', 'Enter today’s date or a later one: a policy does not reach back')
  if (signing.reviewOn <= signing.starts) return refuse('reviewOn', 'Enter a review date after the day it starts')
  const latest = reviewDue(policy, startOf(signing.starts, tx.at))
  if (latest !== undefined && signing.reviewOn > latest)
    return refuse('reviewOn', `Enter ${plainDate(latest)} or a sooner date: the policy says how often it is reviewed`)
  if (signing.reviewOn > Temporal.PlainDate.from(signing.starts).add({ years: 5 }).toString())
    return refuse('reviewOn', 'Enter a review date within five years')
  const warns = checked.findings.some((one) => one.level === 'warning')
  return warns && !signing.reason ? refuse('reason', 'Say why it is adopted although the check warns') : undefined
}

type Sound = Pick<Extract<TextRead, { ok: true }>, 'policy' | 'checked'>

const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en-GB')

/** From the beginning of its day; from now when that is today. */
const startOf = (date: string, at: number): number =>
  date === dateAt(at) ? at : londonInstant(date, '00:00').epochMilliseconds

const findingsThen = ({ states, findings }: Checked): FindingsThen => ({
  warnings: findings.filter((one) => one.level === 'warning').length,
  notes: findings.filter((one) => one.level === 'note').length,
  states,
  rules: [...new Set(findings.filter((one) => one.level === 'warning').map((one) => one.rule))],
})
