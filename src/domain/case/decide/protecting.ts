/** The child meanwhile: risk, what keeps the child safe, the date that protects. Source: C-3, C-4; domain.md "Protective date". */
import { dateAt } from '../../calendar/london.ts'
import { dateWords } from '../../calendar/words.ts'
import { protectiveDate } from '../case.ts'
import type { Command } from '../command.ts'
import { answersAt } from '../condition.ts'
import { isArrangement } from '../due.ts'
import type { RiskLevel } from '../entry.ts'
import { type Decision, refuse } from '../refusal.ts'
import { personOf } from '../world.ts'
import { type Deciding, type Draft, dutiesNow, mine } from './deciding.ts'
import { noDateForTheme } from './raised-wrong.ts'

type Protecting = Extract<
  Command,
  { kind: 'review risk' | 'arrange' | 'check arrangement' | 'protect' | 'need no date' }
>

export function protecting(d: Deciding, command: Protecting): Decision<readonly Draft[]> {
  if (d.c.closed)
    return refuse('closed', 'This case is closed', 'A closed case can be corrected or reopened, and nothing else.')
  if (d.part.level === 'observer' || d.part.level === 'board')
    return refuse('not yours', 'You cannot record this', 'It is for the two sides of the case.')
  switch (command.kind) {
    case 'review risk':
      return { ok: true, value: riskDrafts(d, command) }
    case 'arrange':
      if (!personOf(d.world, command.answersFor))
        return refuse(
          'missing',
          'Name who answers for it',
          'What keeps the child safe needs a person who answers for it.',
        )
      if (command.until && command.until < dateAt(d.actor.at))
        return refuse('missing', 'That date is past', 'Give the day on which the arrangement ends, today or later.')
      return { ok: true, value: [{ ...arrangementDraft(command), answers: interimKeys(d) }] }
    case 'check arrangement':
      return d.c.arrangement
        ? { ok: true, value: [{ what: { kind: 'arrangement checked', words: command.words } }] }
        : refuse('missing', 'There is no arrangement to check', 'Say first what keeps the child safe meanwhile.')
    case 'protect': {
      if (d.c.subject.kind === 'theme') return noDateForTheme()
      const known = protectiveDate(d.c)
      const today = dateAt(d.actor.at)
      if (d.c.end)
        return refuse('ended', 'This case has ended', 'A date that protects the child belongs to a stage that is open.')
      if (command.date < today) return refuse('missing', 'That date is past', 'Give a date from today on.')
      if (known && command.date >= known)
        return refuse(
          'never later',
          'A deadline can be brought forward, never back',
          `The date that protects this child is ${dateWords(known)} already. It can only become sooner.`,
          { cites: soonerClauses(d) },
        )
      return { ok: true, value: [protectiveDraft(command)] }
    }
    case 'need no date':
      if (d.c.subject.kind === 'theme') return noDateForTheme()
      return { ok: true, value: [{ what: { kind: 'no protective date', words: command.words } }] }
  }
}

export const protectiveDraft = (p: { readonly date: string; readonly words: string }): Draft => ({
  what: { kind: 'protective date', date: p.date, words: p.words },
})

export const arrangementDraft = (a: {
  readonly words: string
  readonly answersFor: string
  readonly until?: string
}): Draft => ({
  what: {
    kind: 'interim arrangement',
    words: a.words,
    answersFor: a.answersFor,
    ...(a.until ? { until: a.until } : {}),
  },
})

/**
 * Saying that the risk is immediate answers `immediate-harm`, so its path opens at once. Saying that it is less takes that
 * back only when nobody else still says so, and never in the same breath as raising it. Source: C-3, C-6.
 */
export function riskDrafts(d: Deciding, risk: { readonly level: RiskLevel; readonly words: string }): readonly Draft[] {
  const reviewed: Draft = {
    what: { kind: 'risk reviewed', level: risk.level, words: risk.words },
    answers: answersWhat(d, 'our-risk'),
  }
  const is = risk.level === 'immediate'
  const was = answersAt(d.c, d.actor.at)('immediate-harm') === true
  if (is === was || (was && !mayTakeBack(d))) return [reviewed]
  return [reviewed, { what: { kind: 'fact answered', fact: 'immediate-harm', answer: is, words: risk.words } }]
}

/** Whoever said that harm is at hand, in raising it or since, says that it is over: for everybody else it is still so. */
function mayTakeBack({ c, part }: Deciding): boolean {
  const latest = new Map(c.risk.map((r) => [r.agency, r.level]))
  const others = [...latest].some(([agency, level]) => agency !== part.agency && level === 'immediate')
  const own = latest.get(part.agency)
  return !others && (own === 'immediate' || (part.side === 'raising' && own !== undefined))
}

/** Live instances of `answer FACT` that this person owes. */
export const answersWhat = (d: Deciding, fact: string): readonly string[] =>
  mine(d, dutiesNow(d))
    .filter((i) => i.gate?.fact === fact || (i.duty?.act.verb === 'answer' && i.duty.act.fact === fact))
    .map((i) => i.key)

const interimKeys = (d: Deciding): readonly string[] =>
  mine(d, dutiesNow(d))
    .filter((i) => i.duty !== undefined && isArrangement(i.duty))
    .map((i) => i.key)

/** The clauses of the stage whose limit ends sooner where the child needs it. */
const soonerClauses = (d: Deciding): readonly string[] => {
  const stage = d.world.policy.stages.find((s) => s.id === d.c.visits.at(-1)?.stage)
  return stage?.cites ?? []
}
