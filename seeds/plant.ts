/** Plants Exampleshire: its directory, its policies, its bank holidays, and every story through the real `run`. */
import { readFile } from 'node:fs/promises'
import type { App, Asking } from '../src/app/app.ts'
import type { SetClock } from '../src/app/clock.ts'
import type { Opened } from '../src/app/open-app.ts'
import { keepPlace, type Place } from '../src/app/place.ts'
import { londonInstant } from '../src/domain/calendar/london.ts'
import type { Command } from '../src/domain/case/command.ts'
import { live } from '../src/domain/people/holders.ts'
import { directory, partnership, partnershipName } from './place.ts'
import { type Story, stories, today } from './stories.ts'

const root = new URL('../', import.meta.url)
export const samplePolicies = [
  'seeds/policies/exampleshire.yaml',
  ...['havering', 'ready-steady-grow', 'st-marychurch', 'playgroup', 'ladybirds'].map((id) => `policies/${id}.yaml`),
]
const nations = ['england-and-wales', 'scotland', 'northern-ireland']

/** Safe to run twice: a place that is there is left alone. Says whether it planted anything. */
export async function plant(
  opened: Opened,
  clock: SetClock,
  log: (line: string) => void = () => undefined,
): Promise<boolean> {
  if ((await opened.store.partnerships()).includes(partnership)) return false
  log('Making the sample place: Exampleshire ...')
  await keepPlace(opened, await samplePlace(), at('2026-01-05T09:00'))
  for (const story of stories) await tell(opened.app, clock, story)
  clock.set(at(today))
  await opened.app.run.tick(partnership)
  return true
}

/** The place without its cases: directory, policies, calendars. */
export async function samplePlace(policies: readonly string[] = samplePolicies): Promise<Place> {
  const texts = await Promise.all(policies.map((path) => readFile(new URL(path, root), 'utf8')))
  const calendars = await Promise.all(
    nations.map(async (id) => {
      const body = JSON.parse(await readFile(new URL(`calendars/${id}.json`, root), 'utf8')) as {
        readonly version: string
      }
      return { id, version: body.version, body }
    }),
  )
  const adoption = {
    by: 'ruth-calder',
    signedAs: 'Board manager',
    onBehalfOf: partnershipName,
    reviewOn: '2027-01-04',
  }
  return { partnership, name: partnershipName, directory, policies: texts, adoption, calendars }
}

async function tell(app: App, clock: SetClock, story: Story): Promise<string> {
  clock.set(at(story.raise.at))
  const raised = await app.run.raise(as(story.raise.by, clock.now()), {
    policy: story.raise.policy,
    command: story.raise.command,
    submission: `seed ${story.raise.at} ${story.raise.by}`,
  })
  if (!raised.ok) throw new Error(`The sample place cannot be made: ${explain(raised)}`)
  let proposal = 0
  let last = raised.version
  for (const [n, step] of story.steps.entries()) {
    clock.set(at(step.at))
    await app.run.tick(partnership)
    const asking = as(step.by, clock.now())
    if ('reads' in step) {
      await app.access.caseFor(asking, raised.caseId, 'case')
      continue
    }
    const command: Command = step.do.kind === 'confirm' && step.do.proposal === -1 ? { ...step.do, proposal } : step.do
    const did = await app.run(asking, { caseId: raised.caseId, command, submission: `seed ${raised.caseId} ${n}` })
    if (!did.ok) throw new Error(`The sample place cannot be made: ${step.by} at ${step.at}: ${explain(did)}`)
    last = did.version
    proposal = did.entries.find((e) => e.what.kind === 'proposed')?.seq ?? proposal
  }
  return `${raised.caseId} ${last}`
}

const explain = (r: Awaited<ReturnType<App['run']>>): string =>
  r.ok ? '' : r.why === 'refused' ? `${r.refusal.title}. ${r.refusal.because}` : r.why

export const at = (text: string): number => londonInstant(text.slice(0, 10), text.slice(11, 16)).epochMilliseconds

/** Somebody of the cast, asking. */
export function as(person: string, when: number): Asking {
  const posts = live({ directory, at: when }).filter((p) => p.person === person)
  const first = posts[0]
  if (!first) throw new Error(`${person} is not in the cast.`)
  const agency = directory.agencies[first.agency]
  return {
    viewer: {
      partnership,
      person,
      name: directory.people[person]?.name ?? '',
      posts,
      agency: first.agency,
      agencyName: agency?.name ?? '',
      board: agency?.kind === 'board',
      keeps: [],
      session: 'seed',
    },
    route: 'seed',
    request: 'seed',
  }
}
