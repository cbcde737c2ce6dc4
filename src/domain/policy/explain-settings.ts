import { countedPhrase } from '../words/phrase-length.ts'
import { lengthPhrase } from '../words/phrase-limit.ts'
import { sentence } from '../words/phrase-text.ts'
import { roleName } from '../words/phrase-who.ts'
import type { Sentence } from './explain.ts'
import type { Policy, Settings } from './policy.ts'

/** The numbers of ours that a policy leaves as they are, each in one sentence. */
export function settingSentences(policy: Policy): readonly Sentence[] {
  const set = new Set(policy.settings.setByPolicy)
  return Object.entries(sayings)
    .filter(([name]) => !set.has(name))
    .flatMap(([, say]) => say(policy.settings, policy))
    .map((text) => ({ text: sentence(text), cites: [], origin: 'ours' }))
}

/** One number by its name in `settings`, in words; as written where there are none for it. */
export function settingSentence(name: string, policy: Policy): string | undefined {
  const [text] = sayings[name]?.(policy.settings, policy) ?? []
  return text === undefined ? undefined : sentence(text)
}

type Say = (settings: Settings, policy: Policy) => readonly string[]

const sayings: Readonly<Record<string, Say>> = {
  'working-day': ({ workingDay }) => [`a working day is from ${clock(workingDay.from)} to ${clock(workingDay.to)}`],
  'without-delay': ({ withoutDelay }, policy) => [`“without delay” means ${lengthPhrase(withoutDelay, policy)}`],
  immediately: ({ immediately }, policy) => [
    `what must be done at once is called late when it is not done ${lengthPhrase(immediately, policy)}`,
  ],
  'tell-within': ({ tellWithin }, policy) => [
    `where no time is given, people are told ${lengthPhrase(tellWithin, policy)}`,
  ],
  gate: ({ gate }, policy) => [
    `a question that the way up hangs on is answered ${lengthPhrase(gate, policy)}; after that the way is open`,
  ],
  'closed-dates': ({ closedDates }) => [
    closedDates === 'stay'
      ? 'a limit in calendar days or weeks may end on a closed day'
      : 'a limit in calendar days or weeks that ends on a closed day moves to the next working day',
  ],
  reopen: ({ reopen }) => [`what was agreed may be opened again within ${countedPhrase(reopen)}, with a reason`],
  'stop-the-clock': ({ stopTheClock }) => (stopTheClock === 'never' ? ['no clock is ever stopped'] : []),
  waive: ({ waive }, policy) => [
    `only ${waive === 'board' ? 'the Board' : `the ${roleName(policy, waive)}`} may let somebody off what must be done, with a reason`,
  ],
  quorum: ({ quorum }, policy) =>
    hasPanel(policy) && quorum === 'all' ? ['a panel decides only when all its members are there'] : [],
  ties: ({ ties }, policy) =>
    hasPanel(policy) && ties === 'chair' ? ['if a panel is split evenly, the Chair decides'] : [],
  conflicts: ({ conflicts }, policy) =>
    hasPanel(policy) && conflicts === 'step aside'
      ? ['whoever has a conflict of interest steps aside from a panel']
      : [],
}

function hasPanel(policy: Policy): boolean {
  return Object.values(policy.roles).some((role) => role.seats !== undefined)
}

/** "09:00" → "9am", "17:30" → "5:30pm". */
function clock(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const half = hours < 12 ? 'am' : 'pm'
  const hour = hours % 12 === 0 ? 12 : hours % 12
  return `${hour}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}${half}`
}
