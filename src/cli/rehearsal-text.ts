import { whenWords } from '../domain/calendar/words.ts'
import type { Rehearsal } from '../domain/policy/rehearse.ts'
import type { ScriptTold, StepTold } from '../domain/policy/rehearse-script.ts'
import type { RehearsedDuty, RehearsedStage } from '../domain/policy/rehearse-stage.ts'
import { momentOf } from './moments.ts'
import { workingText } from './working-text.ts'

/** A rehearsal for people: stage by stage, what is due when, and how each stage's date was worked out. */
export function rehearsalText(rehearsal: Rehearsal): string {
  const end = rehearsal.end ? `It ends: ${rehearsal.end}.` : 'It can go no further.'
  return [
    `${rehearsal.title}, version ${rehearsal.version}`,
    `Raised: ${when(rehearsal.raised)}`,
    ...rehearsal.stages.map(stageText),
    end,
  ].join('\n\n')
}

/** A rehearsal from a script for people: step by step, what was done, refused or became late; then the dates, stage by stage. */
export function scriptText({ title, version, raised, steps, stages, end }: ScriptTold): string {
  return [
    `${title}, version ${version}`,
    `Raised: ${when(raised)}`,
    ...steps.map(stepText),
    ...stages.map(stageText),
    end ? `It ended: ${end}.` : 'It has not ended.',
  ].join('\n\n')
}

function stepText({ at, step, ok, why, cites, stage, late }: StepTold): string {
  return [
    `${when(at)}: ${step}`,
    ok ? `  Done. It stands in ${stage}.` : `  Refused: ${why}${cited(cites ?? [])}`,
    ...(late.length > 0 ? [`  Late: ${late.join(', ')}`] : []),
  ].join('\n')
}

function stageText(stage: RehearsedStage, n: number): string {
  const left = stage.left ? `left ${when(stage.left)}` : 'never left'
  const assumed = stage.assumed ? ' (the policy gives no time: ten working days are assumed)' : ''
  const limit = stage.limit
    ? [`  Due by ${when(stage.limit.due)}${cited(stage.limit.cites)}`, workingText(stage.limit.working)]
    : []
  return [
    `${n + 1}. ${stage.title}`,
    `  Entered ${when(stage.entered)}, ${left}${assumed}`,
    ...limit,
    '',
    ...stage.duties.map(dutyText),
  ].join('\n')
}

function dutyText(duty: RehearsedDuty): string {
  const due = duty.due ? `by ${when(duty.due)}` : 'no time given'
  // "Each side's" alone leaves open which side's turn it is.
  const agency = duty.agency && duty.who.startsWith('each') ? ` (${duty.agency.toLowerCase()})` : ''
  return `  ${duty.who}${agency} ${duty.force} ${duty.act}: ${due}${cited(duty.cites)}`
}

const when = (iso: string) => whenWords(momentOf(iso))
const cited = (cites: readonly string[]) => (cites.length === 0 ? '' : ` [${cites.join(', ')}]`)
