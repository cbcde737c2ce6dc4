import assert from 'node:assert/strict'
import { test } from 'node:test'
import { project } from '../../domain/case/project.ts'
import { fresh, lateReply, silentEnough } from '../../domain/words/case-example.ts'
import { csvOf } from './register-csv.ts'
import { type RegisterShown, registerLines } from './register-lines.ts'
import { registerPage } from './register-page.ts'

const late = lateReply()
const row = project(late.world, late.c, late.entries, silentEnough, false).register
const other = {
  ...project(fresh().world, fresh().c, fresh().entries, silentEnough, false).register,
  number: '2026-016',
  late: false,
}

const shown: RegisterShown = {
  p: 'ex',
  at: silentEnough,
  query: { status: 'open', sort: 'due' },
  page: {
    rows: [
      { caseId: 'case-1', row, open: true },
      { caseId: 'case-2', row: other, open: false },
    ],
    total: 2,
    byStage: [
      { stage: 'talk', title: 'Talk to each other', open: 1, late: 0 },
      { stage: 'line', title: 'Line managers', open: 1, late: 1 },
    ],
    silent: [{ agency: 'services', late: 1, longest: row.due ?? 0 }],
  },
  directory: late.world.directory,
  policies: [late.world.policy],
  place: 'Exampleshire Board',
}

test('the register names no child and no narrative, and says the pattern first', () => {
  const html = registerPage(shown).toString()
  assert.doesNotMatch(html, /Leila|review conference|plan not changed/)
  assert.match(html, /2 are open\. In one of them something is late\./)
  assert.match(html, /2026-014.*Aged 2 to 4, on a plan/s)
  assert.match(html, /2\. Line managers/)
  assert.match(html, /A plan not carried out/)
  assert.doesNotMatch(html.replace(/<option[^>]*>|href="[^"]*"|name="[^"]*"/g, ''), /undefined|on-plan/)
})

test('the CSV has the columns and pseudonyms of the page', () => {
  const csv = csvOf(registerLines(shown))
  const [head, first] = csv.split('\r\n')
  assert.equal(head, 'Case,Child,Raised by,With,Stage,What it is about,Waiting for,Due,Late')
  assert.match(
    first ?? '',
    /^2026-014,"Aged 2 to 4, on a plan",Bramble Lane Nursery,Exampleshire Children’s Services,2\. Line managers,A plan not carried out,/,
  )
  assert.doesNotMatch(csv, /Leila|case-1/)
})

test('a cell that a spreadsheet would run is made words', () => {
  const [line] = registerLines(shown)
  assert.ok(line)
  for (const bad of ['=1+1', '+44', '-2', '@SUM(A1)', '\t=1', ' =1', '\r=1']) {
    const cell = csvOf([{ ...line, raisedBy: bad }])
      .split('\r\n')
      .slice(1)
      .join('')
    assert.match(cell, /'/, JSON.stringify(bad))
  }
  assert.match(csvOf([{ ...line, raisedBy: 'A "quoted", name' }]), /"A ""quoted"", name"/)
})

test('sorting is by links in the headings', () => {
  const html = registerPage(shown).toString()
  assert.match(html, /aria-sort="ascending"[^>]*><a[^>]*>Due/)
  assert.match(html, /aria-sort="none"[^>]*><a[^>]*href="\/ex\/register\?sort=number">Case/)
})

test('lateness is told in working days; what waits for the reader’s own post says “You”', () => {
  const [first] = registerLines(shown)
  assert.match(first?.late ?? '', /^Late by \d+ working days?$/)
  const board = late.world.policy.roles['chair']?.is ?? ''
  const mine = { ...row, waitingFor: `${board}, to choose the panel` }
  const page = { ...shown.page, rows: [{ caseId: 'case-1', row: mine, open: true }] }
  assert.equal(registerLines({ ...shown, page })[0]?.waitingFor, `${board}, to choose the panel`)
  assert.equal(registerLines({ ...shown, page, roles: ['chair'] })[0]?.waitingFor, 'You, to choose the panel')
})
