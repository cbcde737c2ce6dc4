/** Drafts, adoption and review of policies on the store. What it means: `policy-life.ts`. */
import { createHash } from 'node:crypto'
import { dateAt } from '../domain/calendar/london.ts'
import { type InForce, reminders } from '../domain/policy/life/reminders.ts'
import type { Id } from '../domain/policy/policy.ts'
import { inForce, type KeptPolicy } from '../store/policies.ts'
import type { Store } from '../store/store.ts'
import type { Tx } from '../store/tx.ts'
import { adoptDraft } from './adopt-draft.ts'
import type { Access, Asking } from './app.ts'
import type { Clock } from './clock.ts'
import { parseKept } from './library.ts'
import { ownDraft, ownDrafts } from './own-drafts.ts'
import type { PolicyHistory, PolicyLife } from './policy-life.ts'
import { principalOf } from './principal-of.ts'
import { readText, surroundingsOf } from './read-text.ts'
import { registerSince } from './register-report.ts'
import { replayCases } from './replay-cases.ts'
import { reviewOf } from './review-of.ts'

export function makePolicyLife(store: Store, clock: Clock, register: Access['register']): PolicyLife {
  const publicly = <T>(partnership: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
    store.transaction({ nobody: true, partnership }, work, { at: clock.now() })
  /** As somebody who keeps policies; `otherwise` for everybody else. */
  const keeping = async <T>(asking: Asking, otherwise: T, work: (tx: Tx) => Promise<T>): Promise<T> =>
    asking.viewer.keeps.length === 0 ? otherwise : store.transaction(principalOf(asking), work, { at: clock.now() })

  return {
    // Checking may take seconds: no transaction waits for it.
    read: async (partnership, text) => readText(text, await publicly(partnership, surroundingsOf)),
    drafts: (asking) => keeping(asking, [], (tx) => ownDrafts(tx, asking.viewer)),
    draft: (asking, id) => keeping(asking, undefined, (tx) => ownDraft(tx, asking.viewer, id)),
    begin: (asking, { submission, text, of }) =>
      keeping(asking, undefined, async (tx) => {
        const id = draftId(asking, submission)
        await tx.policyDrafts.begin({ id, text, ...(of ? { of } : {}) })
        return tx.policyDrafts.get(id)
      }),
    save: (asking, { id, revision, text }) =>
      keeping(asking, { ok: false, why: 'not found' }, async (tx) => {
        const draft = await ownDraft(tx, asking.viewer, id)
        if (!draft || draft.ended) return { ok: false, why: 'not found' }
        if (draft.text === text) return { ok: true, draft }
        const saved = draft.revision === revision && (await tx.policyDrafts.save({ id, revision: revision + 1, text }))
        const now = (await tx.policyDrafts.get(id)) ?? draft
        return saved ? { ok: true, draft: now } : { ok: false, why: 'changed', draft: now }
      }),
    setAside: (asking, id) =>
      keeping(asking, false, async (tx) => {
        const draft = await ownDraft(tx, asking.viewer, id)
        if (!draft || draft.ended?.how === 'adopted') return false
        await tx.policyDrafts.end(id, 'set aside')
        return true
      }),
    adopt: (asking, signing) =>
      keeping(asking, { ok: false, why: 'not found' }, (tx) => adoptDraft(tx, asking.viewer, signing)),
    callReview: (asking, { policy, version, reason }) =>
      keeping(asking, false, async (tx) => {
        if (!mayReview(asking, await tx.policies.get(policy, version))) return false
        await tx.policyReviews.add({ policy, version, kind: 'called', reason })
        return true
      }),
    holdReview: (asking, { policy, version, outcome, nextOn }) =>
      keeping(asking, false, async (tx) => {
        if (!mayReview(asking, await tx.policies.get(policy, version))) return false
        await tx.policyReviews.add({ policy, version, kind: 'held', reason: outcome, nextOn })
        return true
      }),
    async replay(asking, id) {
      if (!asking.viewer.keeps.some((post) => post.agency === undefined)) return undefined
      const at = clock.now()
      const draft = await this.draft(asking, id)
      const read = draft && (await this.read(asking.viewer.partnership, draft.text))
      if (!read?.ok) return undefined
      const known = await onRegister(asking, register)
      const { caseIds, ...report } = await replayCases(store, asking.viewer.partnership, read.policy, {
        at,
        named: (caseId) => known.has(caseId),
      })
      // Which draft was asked with: a draft can be written to ask something of a case, and every revision is kept.
      const purpose = `to replay under draft ${id}, revision ${draft?.revision}`
      const lines = caseIds.map((caseId) => ({ what: 'read' as const, caseId, purpose }))
      await store.transaction(principalOf(asking), (tx) => tx.audit(...lines), { at })
      return report
    },
    history: (partnership, id) => publicly(partnership, (tx) => historyOf(tx, id)),
    reminders: (partnership) => publicly(partnership, async (tx) => reminders(await allInForce(tx), dateAt(tx.at))),
  }
}

/** The cases on the register that somebody reads. */
async function onRegister(asking: Asking, register: Access['register']): Promise<ReadonlySet<string>> {
  const known = new Set<string>()
  for (let after: string | undefined; ; ) {
    const page = await register(asking, { size: 1000, ...(after === undefined ? {} : { after }) })
    for (const row of page?.rows ?? []) known.add(row.caseId)
    after = page?.next
    if (after === undefined) return known
  }
}

// The same submission again finds the draft that it began.
const draftId = ({ viewer }: Asking, submission: string): string =>
  createHash('sha256')
    .update(JSON.stringify([viewer.partnership, viewer.person, submission]))
    .digest('hex')
    .slice(0, 16)

/** A Board post reviews every policy, an agency's post its agency's own. */
function mayReview({ viewer }: Asking, kept: KeptPolicy | undefined): boolean {
  const adoption = kept?.adoption
  return (
    adoption !== undefined && viewer.keeps.some((post) => post.agency === undefined || post.agency === adoption.agency)
  )
}

async function historyOf(tx: Tx, id: Id): Promise<PolicyHistory | undefined> {
  const adoptions = (await tx.policies.adoptions()).filter((one) => one.policy === id)
  if (adoptions.length === 0) return undefined
  const { people } = await tx.directory()
  const named = <T extends { readonly by: string }>(one: T) => ({ ...one, byName: people[one.by]?.name ?? '' })
  const reviews = (await tx.policyReviews.list()).filter((one) => one.policy === id)
  return { id, adoptions: adoptions.map(named), reviews: reviews.map(named) }
}

/** The version in force of each policy, and what is adopted to start later. */
async function allInForce(tx: Tx): Promise<readonly InForce[]> {
  const kept = await tx.policies.list()
  const reviews = await tx.policyReviews.list()
  const ids = [...new Set(kept.map((one) => one.id))]
  const found: InForce[] = []
  for (const id of ids) {
    const versions = kept.filter((one) => one.id === id)
    const now = inForce(versions, tx.at)
    for (const one of versions) {
      if (!one.adoption || !(one === now || one.adoption.starts > tx.at)) continue
      const policy = await parseKept(tx, one)
      const since = registerSince(versions, reviews)
      found.push({
        policy,
        starts: dateAt(one.adoption.starts),
        ...reviewOf(one.adoption, reviews),
        ...(since === undefined ? {} : { registerSince: since }),
      })
    }
  }
  return found
}
