import type { RegisterPage, RegisterQuery } from '../../app/app.ts'
import type { RegisterRow } from '../../domain/case/projection-rows.ts'
import type { At, Directory } from '../../domain/people/directory.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { questionTurned } from '../../domain/words/case-flags.ts'
import { shortDayOf } from '../../domain/words/case-when.ts'
import { stageNumber } from '../../domain/words/phrase-stage.ts'
import { andList, small } from '../../domain/words/phrase-text.ts'
import { lateBy } from './late-words.ts'

export interface RegisterShown {
  readonly p: string
  readonly at: At
  readonly query: RegisterQuery
  readonly page: RegisterPage
  readonly directory: Directory
  readonly policies: readonly Policy[]
  readonly place: string
  /** By when the reader is to report it next, ISO date; absent where no policy asks for a report. */
  readonly reportOn?: string
  /** The roles of the reader's posts. */
  readonly roles?: readonly string[]
}

/** One case of the register: no name, no narrative. The page, the CSV and the JSON have exactly these. */
export interface RegisterLine {
  readonly id: string
  readonly number: string
  readonly child: string
  readonly raisedBy: string
  readonly with: string
  readonly stage: string
  readonly about: string
  readonly waitingFor: string
  readonly due: string
  readonly late: string
  readonly open: boolean
}

export const registerLines = (shown: RegisterShown): readonly RegisterLine[] =>
  shown.page.rows.map(({ caseId, row, open }) => line(shown, caseId, row, open))

function line(shown: RegisterShown, id: string, row: RegisterRow, open: boolean): RegisterLine {
  const policy = shown.policies.findLast((x) => x.id === row.policyId)
  const name = (agency: string) => shown.directory.agencies[agency]?.name ?? 'An agency no longer in the directory'
  return {
    id,
    number: row.number,
    child: childWords(row, policy),
    raisedBy: name(row.raisingAgency),
    with: andList(row.respondingAgencies.map(name)),
    stage: stageLabel(policy, row.stage, row.stageTitle),
    about:
      andList(row.reasons.map((r, n) => (n === 0 ? reasonWords(policy, r) : small(reasonWords(policy, r))))) ||
      'Not said',
    waitingFor: waitingWords(shown, row, policy),
    due: row.due === undefined || row.status === 'closed' ? '–' : shortDayOf(row.due, shown.at),
    late:
      row.late && row.status !== 'closed' && row.due !== undefined
        ? lateBy(row.due, shown.at, policy?.nation ?? 'england-and-wales')
        : '',
    open,
  }
}

/** "You, to choose the panel": what waits for the reader's own post says so. */
function waitingWords(shown: RegisterShown, row: RegisterRow, policy: Policy | undefined): string {
  const words = row.status === 'closed' || row.waitingFor === '' ? '–' : row.waitingFor
  const own = (shown.roles ?? [])
    .map((id) => policy?.roles[id]?.is)
    .find((is) => is !== undefined && words.startsWith(`${is}, to `))
  return own === undefined ? words : `You${words.slice(own.length)}`
}

/** "2. Line managers". */
export function stageLabel(policy: Policy | undefined, stage: string, title: string): string {
  const number = policy ? stageNumber(policy, stage) : undefined
  return number === undefined ? title : `${number}. ${title}`
}

export function reasonWords(policy: Policy | undefined, reason: string): string {
  const kind = policy?.facts['reason']?.kind
  return kind?.type === 'any-of' || kind?.type === 'one-of'
    ? (kind.options[reason] ?? 'Something else')
    : 'Something else'
}

/** "Aged 2 to 4, on a plan": a band and what bears on it, never more. */
function childWords(row: RegisterRow, policy: Policy | undefined): string {
  const flags = row.flags.flatMap((id) => {
    const said = questionTurned(policy?.facts[id]?.ask ?? '')
    return said === undefined ? [] : [small(said)]
  })
  const age = row.ageBand === undefined ? '' : `Aged ${row.ageBand}`
  return [age, ...flags].filter((x) => x !== '').join(', ')
}
