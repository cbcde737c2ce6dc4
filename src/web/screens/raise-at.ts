import type { AdoptedPolicy, App, Draft } from '../../app/app.ts'
import { dateAt } from '../../domain/calendar/london.ts'
import type { AnswerAt } from '../../domain/case/condition.ts'
import { answersOf } from '../../domain/case/decide/raising.ts'
import type { Answer, Subject } from '../../domain/case/entry.ts'
import { agencyOf, personOf, type World } from '../../domain/case/world.ts'
import type { AgencyId, At } from '../../domain/people/directory.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { type Form, readForm } from '../form.ts'
import type { SignedIn } from '../screen.ts'
import { factField, factName, openFacts } from './form-facts.ts'
import { readFields } from './form-read.ts'

/** A concern while it is being written: who writes it, what is typed so far, and the world it would be raised in. */
export interface RaiseAt {
  readonly ctx: SignedIn
  readonly at: At
  /** ISO date in London. */
  readonly today: string
  /** Everything typed so far. */
  readonly form: Form
  readonly draft?: Draft
  readonly policies: readonly AdoptedPolicy[]
  /** Absent until a policy is known. */
  readonly world?: World
  /** The agency the concern is raised for. */
  readonly from: AgencyId
  readonly agencies: readonly AgencyId[]
}

/** Opens what is typed so far against the policy chosen; the only policy there is, where there is one. */
export async function raiseAt(ctx: SignedIn, fields: Draft['fields'], draft?: Draft): Promise<RaiseAt> {
  const { app, partnership, viewer } = ctx
  const form = readForm(fields)
  const agencies = [...new Set(viewer.posts.map((post) => post.agency))]
  const from = agencies.find((agency) => agency === form.typed('from')) ?? viewer.agency
  const policies = await app.policies.list(partnership, from)
  const id =
    policies.find((one) => one.policy.id === form.typed('policy'))?.policy.id ??
    (policies.length === 1 ? policies[0]?.policy.id : undefined)
  const world = id === undefined ? undefined : await app.policies.world(partnership, id)
  const at = app.clock.now()
  return {
    ctx,
    at,
    today: dateAt(at),
    form,
    policies,
    from,
    agencies,
    ...(draft ? { draft } : {}),
    ...(world ? { world } : {}),
  }
}

export type RaiseWorld = RaiseAt & { readonly world: World }

/** The policies a person would look for first: those of their own agency. */
export async function ownPolicies(app: App, r: RaiseAt): Promise<readonly string[]> {
  const directory = await app.access.directory(r.ctx.asking)
  return directory.agencies[r.from]?.policies ?? []
}

export type Danger = 'yes' | 'unsure' | 'no'
export const dangerOf = (form: Form): Danger | undefined =>
  (['yes', 'unsure', 'no'] as const).find((one) => one === form.typed('danger'))

export function subjectOf(r: RaiseWorld): Subject {
  const { form, world } = r
  const kind = world.policy.for.find((one) => one === form.typed('subject-kind')) ?? world.policy.for[0] ?? 'child'
  if (kind === 'theme') return { kind, name: '' }
  const [age, reference] = [form.typed('subject-age'), form.typed('subject-reference')]
  return {
    kind,
    name: form.typed('subject-name'),
    ...(age === '' ? {} : { age }),
    ...(reference === '' ? {} : { reference }),
  }
}

/** Facts answered so far, whatever step asked them; an unsure answer is none. */
export function factsSoFar(r: RaiseWorld): Readonly<Record<string, Answer>> {
  const { policy } = r.world
  const known = openFacts(policy, Object.keys(policy.facts))
  const fields = known.map((fact) => factField(fact, policy, { optional: true, unsure: true }))
  // Read from a copy: what is half typed on some step is no error of this one.
  const values = readFields(
    fields,
    readForm(Object.fromEntries(r.form.all.map(({ name, values: all }) => [name, all]))),
  )
  const facts = known.flatMap((fact): readonly (readonly [string, Answer])[] => {
    const value = values[factName(fact.id)]
    // Boxes and rows that nobody was shown, or left empty, are no answer.
    return value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [[fact.id, value]]
  })
  const danger = dangerOf(r.form)
  return {
    ...Object.fromEntries(facts),
    ...(danger === 'yes' ? { 'immediate-harm': true } : danger === 'no' ? { 'immediate-harm': false } : {}),
  }
}

/** Agencies the concern is with, with the person named in each. */
export const toSoFar = (r: RaiseWorld) =>
  r.form
    .typedList('agencies')
    .filter((agency) => agencyOf(r.world, agency) !== undefined)
    .map((agency) => {
      const person = r.form.typed(personName(agency))
      return { agency, ...(personOf(r.world, person) ? { person } : {}) }
    })

export const personName = (agency: AgencyId): string => `person-${agency}`

/** Answers as the policy's conditions ask for them. */
export const answerSoFar = (r: RaiseWorld): AnswerAt =>
  answersOf({ facts: factsSoFar(r), subject: subjectOf(r), from: r.from, to: toSoFar(r) })

export const policyOf = (r: RaiseAt): Policy | undefined => r.world?.policy
