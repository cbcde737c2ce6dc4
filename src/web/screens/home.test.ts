import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseLine, Home, HomeDuty } from '../../app/app.ts'
import { isLive } from '../../domain/case/duty-instance.ts'
import { project } from '../../domain/case/project.ts'
import {
  closed,
  type ExampleView,
  fresh,
  lateReply,
  panelStage,
  silentEnough,
  viewOf,
} from '../../domain/words/case-example.ts'
import { at } from '../../domain/words/case-example-place.ts'
import { homeWords } from '../../domain/words/case-home.ts'
import { isReaders } from '../../domain/words/duty-names.ts'
import { casesPage } from './cases.ts'
import { homePage, tellingFor } from './home.ts'

const lineOf = (history: ReturnType<typeof fresh>, now: number): CaseLine => ({
  caseId: 'case-1',
  row: project(history.world, history.c, history.entries, now, false).register,
  title: history.c.title,
  childName: 'Leila R',
  side: 'raising',
})

function homeOf(view: ExampleView, lines: readonly CaseLine[]): Home {
  const duties = view.duties
    .filter((i) => isLive(i) && i.status !== 'waiting' && i.force !== 'may')
    .map((instance): HomeDuty & { own: boolean } => ({
      caseId: 'case-1',
      refs: view.refs,
      number: view.c.number,
      title: view.c.title,
      childName: view.c.subject.name,
      stageTitle: 'Line managers',
      policy: view.world.policy,
      c: view.c,
      world: view.world,
      instance,
      own: isReaders(view, instance),
    }))
  return { mine: duties.filter((d) => d.own), owed: duties.filter((d) => !d.own), drafts: [], cases: lines }
}

test('home: the sentence, mine, theirs with their lateness, all cases', () => {
  const found = homeOf(viewOf(lateReply(), 'joanne', silentEnough), [lineOf(lateReply(), silentEnough)])
  const view = { p: 'ex', at: silentEnough, reader: 'joanne', found, mayRaise: true }
  const html = homePage(view).toString()
  const headings = [...html.matchAll(/<h([12])[^>]*>(.*?)<\/h\1>/g)].map((m) => m[2])
  assert.deepEqual(headings, ['What needs you', 'Yours to do', 'What others owe you'])
  assert.match(homeWords(tellingFor(view)).lead, /^3 things of yours are late\. \d things owed to you are late\.$/)
  assert.match(html, /Reply to you: <strong>Grace Adeyemi<\/strong>, Exampleshire Children’s Services/)
  assert.match(html, /What you may do about it/)
  assert.match(html, /1 open, 0 closed/)
  assert.doesNotMatch(html, /undefined|told-iro·2·0·nursery</)
})

test('the Chair reads what needs them, then one line a case', () => {
  const history = panelStage()
  const now = at('2026-04-08', '10:00')
  const found = homeOf(viewOf(history, 'peter', now), [lineOf(history, now)])
  const twice = {
    ...found,
    owed: [...found.owed, ...found.owed.map((d) => ({ ...d, caseId: 'case-2', number: '2026-015' }))],
  }
  assert.ok(found.owed.filter((d) => d.instance.due).length > 1)
  const html = homePage({ p: 'ex', at: now, reader: 'peter', found: twice, mayRaise: false }).toString()
  const rest = html.slice(html.indexOf('What others do next in your cases'))
  assert.equal([...rest.matchAll(/class="c-duty"/g)].length, 2)
  assert.match(rest, /Also (one more thing|\d more things) by others/)
  assert.doesNotMatch(html, /What others owe you/)
})

test('nothing to do is a full page: who has the next step, and the concern raised', () => {
  const history = lateReply()
  const all = homeOf(viewOf(history, 'amira', silentEnough), [lineOf(history, silentEnough)])
  const view = {
    p: 'ex',
    at: silentEnough,
    reader: 'amira',
    found: { ...all, mine: [], owed: all.owed.filter((d) => d.instance.id === 'answer') },
    mayRaise: true,
  }
  assert.deepEqual(homeWords(tellingFor(view)), {
    title: 'Nothing needs you today',
    lead: 'Grace Adeyemi has not replied yet. You will hear the outcome.',
  })
  assert.match(homePage(view).toString(), /The concern you raised.*Leila R: plan not changed after new information/s)
})

test('due today is said before anything later', () => {
  const history = fresh()
  const now = at('2026-03-30', '15:20')
  const found = homeOf(viewOf(history, 'tom', now), [lineOf(history, now)])
  assert.match(homeWords(tellingFor({ at: now, reader: 'tom', found })).lead, /^One thing is due from you today\./)
})

test('a draft names no child that its author did not type', () => {
  const found: Home = {
    mine: [],
    owed: [],
    cases: [],
    drafts: [
      { id: 'd1', kind: 'raise', saved: at('2026-04-07', '20:14'), fields: { exact: 'x', 'child-name': 'Leila' } },
    ],
  }
  const html = homePage({ p: 'ex', at: silentEnough, reader: 'amira', found, mayRaise: true }).toString()
  assert.match(html, /A concern you began/)
  assert.match(html, /Saved on Tuesday 7 April at 8:14pm/)
  assert.doesNotMatch(html, /Leila/)
})

test('my cases: open first, the closed ones below', () => {
  const done = { ...lineOf(closed(), silentEnough), caseId: 'case-2' }
  const html = casesPage('ex', [lineOf(lateReply(), silentEnough), done], silentEnough).toString()
  assert.deepEqual(
    [...html.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map((m) => m[1]),
    ['Open', 'Closed'],
  )
  assert.match(html, /One of your cases is open\. Something in it is late\./)
  assert.match(html, /Withdrawn/)
})
