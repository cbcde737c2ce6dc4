/** "How is this date worked out?": the rule, every date that competed, and the days one by one. Same on screen, in print and as text. */
import { type FoldedRow, foldRows } from '../calendar/fold-rows.ts'
import { dateWords, shortDate, timeWords } from '../calendar/words.ts'
import { workingRows } from '../calendar/working-rows.ts'
import type { Candidate, DutyInstance } from '../case/duty-instance.ts'
import type { Policy } from '../policy/policy.ts'
import { possessive, type Telling, whomAbout } from './case-telling.ts'
import { instant } from './case-when.ts'
import { clauseWords } from './duty-clause.ts'
import { limitPhrase } from './phrase-limit.ts'
import { capital } from './phrase-text.ts'

export interface WorkingWords {
  readonly caption: string
  readonly rule: string
  /** Several dates compete: the sooner one counts. */
  readonly sooner: boolean
  readonly dates: readonly string[]
  readonly rows: readonly WorkingWordsRow[]
  readonly notes: string
}

export interface WorkingWordsRow {
  readonly is: 'start' | 'counted' | 'closed' | 'due' | 'late' | 'unused'
  readonly dates: readonly string[]
  readonly number?: number
  readonly words: string
}

export function dutyWorking(view: Pick<Telling, 'world' | 'c' | 'at'>, i: DutyInstance): WorkingWords | undefined {
  const used = i.due?.candidates.find((x) => x.used)
  if (!i.due || !used) return undefined
  const { policy } = view.world
  const several = i.due.candidates.length > 1
  const clause = clauseWords(i).replace(/^Clause/, 'clause')
  const rule = several ? numberWord(i.due.candidates.length) : used.deadline.rule.replace(/\.$/, '')
  const from = used.kind === 'limit' ? used : (i.due.candidates.find((x) => x.kind === 'limit') ?? used)
  return {
    caption: `Counting the days from ${dateWords(from.deadline.started.date)}`,
    rule: several ? `${rule} dates apply.` : `${rule}${clause ? ` (${clause})` : ''}.`,
    sooner: several,
    dates: several ? i.due.candidates.map((x) => competing(view, x)) : [],
    rows: rowsOf(view, i, used),
    notes: notesOf(policy, i, from),
  }
}

function competing(view: Pick<Telling, 'world' | 'c'>, x: Candidate): string {
  const date = dateWords(x.deadline.date)
  switch (x.kind) {
    case 'limit': {
      const words = x.limit ? limitPhrase([{ ...x.limit, asAGuide: false, orSooner: false }], view.world.policy) : ''
      return `${x.limit?.asAGuide ? 'The policy’s guide' : 'The policy’s limit'}: ${words}, which is ${date}${notUsed(x)}`
    }
    case 'protective':
      return `The date that protects ${whomAbout(view.c)}: ${date}${notUsed(x)}`
    case 'set':
      return `The date that was set: ${date}${notUsed(x)}`
  }
}

const notUsed = (x: Candidate): string => (x.used ? '' : ', not used')

/** The days up to the date that counts; then, where a limit lost, its own date as not used; then the late days. */
function rowsOf(view: Pick<Telling, 'c' | 'at'>, i: DutyInstance, used: Candidate): readonly WorkingWordsRow[] {
  const now = instant(view.at)
  const limit = used.kind === 'limit' ? used : i.due?.candidates.find((x) => x.kind === 'limit')
  const settled = i.done !== undefined || i.off !== undefined
  const days = (x: Candidate) => (settled ? x.deadline.working : workingRows(x.deadline, now))
  const unused = (i.due?.candidates ?? []).filter((x) => x !== used && x.deadline.date > used.deadline.date)
  if (used.kind === 'limit' || !limit) return [...foldRows(days(used)).map(plain), ...unused.map((x) => lost(view, x))]
  const before = foldRows(days(limit).filter((r) => r.date < used.deadline.date && !r.late)).map(plain)
  const same = limit.deadline.working.find((r) => r.date === used.deadline.date)
  const due: WorkingWordsRow = {
    is: 'due',
    dates: [shortDate(used.deadline.date)],
    ...(same?.number === undefined ? {} : { number: same.number }),
    words: `Due by ${timeWords(used.deadline.at)}. ${used.kind === 'protective' ? `The date that protects ${whomAbout(view.c)}` : 'The date that was set'}`,
  }
  const late = foldRows(days(used).filter((r) => r.late)).map(plain)
  return [...before, due, ...late, ...unused.map((x) => lost(view, x))]
}

function lost(view: Pick<Telling, 'c'>, x: Candidate): WorkingWordsRow {
  const what =
    x.kind === 'limit'
      ? x.limit?.asAGuide
        ? 'The policy’s guide'
        : 'The policy’s limit'
      : x.kind === 'protective'
        ? `${capital(possessive(whomAbout(view.c)))} date`
        : 'The date that was set'
  return { is: 'unused', dates: [shortDate(x.deadline.date)], words: `${what}, not used` }
}

function plain(row: FoldedRow): WorkingWordsRow {
  const is = row.late ? 'late' : row.due ? 'due' : row.number === 0 ? 'start' : row.counts ? 'counted' : 'closed'
  return { is, dates: row.when, ...(row.number === undefined ? {} : { number: row.number }), words: row.why }
}

/** Whose holidays and closed days; what is Concordat's default and not the policy's rule. */
function notesOf(policy: Policy, i: DutyInstance, used: Candidate): string {
  const ours = [...used.deadline.defaults, ...ownTime(policy, i)]
  const says = ours.length === 0 ? [] : [`Concordat’s default, not your policy’s rule: ${ours.join(' ')}`]
  const problem = used.deadline.problem === undefined ? [] : [used.deadline.problem]
  return [...problem, used.deadline.basis, ...says].join(' ')
}

function ownTime(policy: Policy, i: DutyInstance): readonly string[] {
  const set = (name: string) => policy.settings.setByPolicy.includes(name)
  if (i.gate) return set('gate') ? [] : ['The time to answer.']
  if (!i.duty) return []
  if (i.duty.origin === 'ours') return ['This duty and its time.']
  return i.duty.act.verb === 'tell' && i.duty.within.length === 0 && !set('tellWithin') && !set('tell-within')
    ? ['The time for telling.']
    : []
}

const numberWord = (n: number): string => ['No', 'One', 'Two', 'Three', 'Four', 'Five'][n] ?? String(n)
