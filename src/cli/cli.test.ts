import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'concordat-cli-'))
after(() => rmSync(folder, { recursive: true, force: true }))

interface Ran {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

/** The real command, as somebody types it. */
function concordat(...args: readonly string[]): Ran {
  const ran = spawnSync(process.execPath, ['bin/concordat.mjs', ...args], { cwd: root, encoding: 'utf8' })
  return { code: ran.status, out: ran.stdout, error: ran.stderr }
}

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const good = `id: small
title: Small
roles: { worker: { is: Worker, tier: 1 }, chair: { is: Chair, at: board, contact: { email: chair@exampleshire.example } } }
stages:
  talk: { is: Talk, between: worker, within: 2 working days }
  top: { is: The Chair, by: chair, within: 5 working days }
`

test('deadline: one working day from the Thursday before Good Friday ends on the Tuesday after Easter', () => {
  const { code, out } = concordat(
    'deadline',
    '1 working day',
    '--from',
    '2026-04-02T10:00',
    '--nation',
    'england-and-wales',
    '--json',
  )
  const answer = JSON.parse(out)
  assert.equal(code, 0)
  assert.deepEqual([answer.date, answer.at], ['2026-04-07', '2026-04-07T17:00:00+01:00'])
  const why = (date: string) => answer.working.find((row: { date: string }) => row.date === date)
  assert.deepEqual([why('2026-04-03').counts, why('2026-04-06').counts], [false, false])
  assert.match(why('2026-04-03').why, /Good Friday/)
  assert.match(why('2026-04-06').why, /Easter Monday/)
})

test('deadline: closed days do not count, and the date that protects a child is the sooner', () => {
  const at = ['deadline', '2 working days', '--from', '2026-04-02T10:00', '--json'] as const
  assert.equal(JSON.parse(concordat(...at, '--closed', '2026-04-08:2026-04-10').out).date, '2026-04-13')
  assert.equal(JSON.parse(concordat(...at, '--closed', '2026-04-08=Inset day').out).date, '2026-04-09')
  const sooner = JSON.parse(concordat(...at, '--protect', '2026-04-07').out)
  assert.deepEqual(
    [sooner.date, sooner.protected.used, sooner.protected.counted],
    ['2026-04-07', true, '2026-04-08T17:00:00+01:00'],
  )
})

test('deadline: for people it is a date and the days', () => {
  const { out } = concordat('deadline', '1 working day', '--from', '2026-04-02T10:00')
  assert.match(out, /^Due by 5pm, Tuesday 7 April 2026\n/)
  assert.match(out, /Fri 3 April +Good Friday/)
})

test('what cannot be understood ends with 2 and a sentence, and help with 0', () => {
  const cases: readonly (readonly [args: readonly string[], says: RegExp])[] = [
    [['deadline', '1 fortnight', '--from', '2026-04-02T10:00'], /not a unit of time/],
    [['deadline', '1 working day'], /--from/],
    [['deadline', '1 working day', '--from', 'tomorrow'], /is not a time/],
    [['deadline', '1 working day', '--from', '2026-02-30T10:00'], /is not a time/],
    [['deadline', '1 working day', '--from', '2026-04-02T10:00', '--nation', 'wales'], /not a nation/],
    [
      ['deadline', '1 working day', '--from', '2026-04-02T10:00', '--closed', '2026-04-10:2026-04-08'],
      /not closed days/,
    ],
    [['deadline', '1 working day', '--from', '2026-04-02T10:00', '--protect', 'soon'], /not a date/],
    [['policy', 'check', join(folder, 'none.yaml')], /there is no such file/],
    [['policy', 'check', folder], /it is a folder/],
    [['policy', 'check'], /missing required argument/],
    [['policy', 'rehearse', file('bad.yaml', 'id: small\n'), '--raised', '2026-12-21T10:00'], /bad\.yaml:1:1/],
    [['fly'], /unknown command/],
    [['verify', '--fast'], /unknown option/],
    [['serve', '--port', '70000'], /not a port/],
  ]
  for (const [args, says] of cases) {
    const { code, out, error } = concordat(...args)
    assert.deepEqual([code, out], [2, ''], args.join(' '))
    assert.match(error, says)
  }
  for (const args of [[], ['deadline'], ['policy'], ['policy', 'check'], ['start'], ['verify']]) {
    const { code, out } = concordat(...args, '--help')
    assert.deepEqual([code, /Usage: concordat/.test(out)], [0, true], args.join(' '))
  }
})

test('policy check: every shipped policy passes, with its states and findings', () => {
  const names = ['havering', 'ladybirds', 'playgroup', 'ready-steady-grow', 'st-marychurch']
  const { code, out } = concordat('policy', 'check', ...names.map((name) => `policies/${name}.yaml`), '--json')
  const files = JSON.parse(out)
  assert.equal(code, 0)
  assert.deepEqual(
    files.map((one: { file: string }) => one.file),
    names.map((name) => `policies/${name}.yaml`),
  )
  for (const one of files) {
    assert.ok(one.ok && one.states > 5, one.file)
    for (const finding of one.findings) {
      assert.deepEqual(Object.keys(finding).toSorted(), ['column', 'level', 'line', 'message', 'rule', 'story'])
    }
  }
})

test('policy check: a broken file is findings with line and column, and fails', () => {
  const broken = file('broken.yaml', good.replace('2 working days', '2 fortnights'))
  const { code, out } = concordat('policy', 'check', broken, file('good.yaml', good), '--json')
  const [first, second] = JSON.parse(out)
  assert.equal(code, 1)
  assert.deepEqual([first.ok, first.states, second.ok], [false, 0, true])
  const [finding] = first.findings
  assert.deepEqual([finding.level, finding.line, finding.story], ['error', 5, []])
  assert.ok(finding.column > 40)
})

test('policy check: a policy that can get stuck fails with its story; warnings fail only with --strict', () => {
  const stuck = file('stuck.yaml', good.replace('by: chair, within', 'between: worker, moves: { agree: null }, within'))
  const { code, out } = concordat('policy', 'check', stuck)
  assert.equal(code, 1)
  assert.match(out, /\[stuck\]\n +Raised on Monday 21 December 2026\./)
  const slow = file('slow.yaml', good.replace(', within: 5 working days', ''))
  assert.equal(concordat('policy', 'check', slow).code, 0)
  assert.equal(concordat('policy', 'check', slow, '--strict').code, 1)
})

test('policy check: two megabytes and a bomb are refused in a moment', () => {
  const large = file('large.yaml', `${good}#${'x'.repeat(2_000_000)}\n`)
  const levels = Array.from(
    { length: 9 },
    (_, n) => `  l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(', ')}]\n`,
  )
  const bomb = file('bomb.yaml', `id: bomb\ntitle: Bomb\nx:\n  l0: &l0 [a]\n${levels.join('')}`)
  const { code, out } = concordat('policy', 'check', large, bomb, '--json')
  assert.equal(code, 1)
  for (const one of JSON.parse(out))
    assert.ok(!one.ok && one.findings[0].message.length > 10 && one.findings[0].line >= 1)
})

test('policy rehearse: the reviewing officer is told when the child is on a plan, and stage one ends on 30 December', () => {
  const rehearse = (...facts: readonly string[]) =>
    JSON.parse(
      concordat('policy', 'rehearse', 'policies/havering.yaml', '--raised', '2026-12-21T10:00', ...facts, '--json').out,
    )
  const told = (answer: { stages: { id: string; duties: { cites: string[]; to: string[] }[] }[] }) =>
    answer.stages.flatMap((stage) =>
      stage.duties.filter((duty) => duty.cites.includes('HV-2.5')).map((duty) => [stage.id, ...duty.to]),
    )
  const onPlan = rehearse('--facts', 'on-plan=yes')
  assert.deepEqual(told(onPlan), [['line', 'iro']])
  assert.deepEqual(told(rehearse('--facts', 'looked-after=yes,on-plan=no')), [['line', 'iro']])
  assert.deepEqual(told(rehearse('--facts', 'on-plan=no')), [])
  assert.deepEqual(told(rehearse()), [])
  assert.match(onPlan.stages[0].left, /^2026-12-30/)
  assert.match(onPlan.stages[1].entered, /^2026-12-30/)
})

test('policy rehearse: an unknown question or answer is a slip, and the questions are listed', () => {
  for (const facts of ['on-plam=yes', 'on-plan=perhaps', 'reason=weather']) {
    const { code, error } = concordat(
      'policy',
      'rehearse',
      'policies/havering.yaml',
      '--raised',
      '2026-12-21T10:00',
      '--facts',
      facts,
    )
    assert.equal(code, 2, facts)
    assert.match(error, /on-plan = yes or no/)
  }
})

test('policy flowchart: the drawing, its places as JSON, a file, and one that cannot be written', () => {
  const draw = ['policy', 'flowchart', 'policies/ladybirds.yaml'] as const
  assert.match(concordat(...draw).out, /^<svg [^]*href="#clause-LB-1"[^]*<\/svg>\n$/)
  const narrow = JSON.parse(concordat(...draw, '--narrow', '--json').out)
  assert.ok(narrow.width < 400 && narrow.boxes.length > 5 && narrow.arrows.length > 5)
  const out = join(folder, 'ladybirds.svg')
  assert.equal(concordat(...draw, '--out', out, '--page', 'page.html').out, `${out} is written.\n`)
  assert.match(readFileSync(out, 'utf8'), /href="page.html#clause-LB-1"/)
  assert.equal(concordat(...draw, '--out', folder).code, 2)
})

test('policy explain and schema', () => {
  assert.match(concordat('policy', 'explain', 'policies/ladybirds.yaml').out, /^Ladybirds: working in partnership/)
  assert.match(concordat('policy', 'explain', 'policies/ladybirds.yaml', '--markdown').out, /^# Ladybirds/)
  const docx = join(folder, 'ladybirds.docx')
  assert.equal(concordat('policy', 'explain', 'policies/ladybirds.yaml', '--docx', docx).code, 0)
  assert.equal(readFileSync(docx).subarray(0, 2).toString(), 'PK')
  assert.equal(JSON.parse(concordat('policy', 'schema', '--json').out).title, 'A Concordat policy')
  const { code, out } = concordat('policy', 'schema', '--check')
  assert.deepEqual([code, out], [0, 'policies/policy.schema.json is up to date.\n'])
})

test('policy check: a parent is found beside its variation by what its file says, in the version that is asked for', () => {
  file('an-old-one.yaml', good)
  file(
    'the-new-one.yaml',
    good.replace('title: Small', 'title: Small\nversion: 2').replace('2 working days', '3 working days'),
  )
  const variation = (version: number) =>
    file('a-variation.yaml', `id: small-too\ntitle: Small too\nchanges: { policy: small, version: ${version} }\n`)
  const days = (version: number) => concordat('policy', 'explain', variation(version)).out
  assert.match(days(1), /Talk[^]*within 2 working days/)
  assert.match(days(2), /Talk[^]*within 3 working days/)
  assert.match(days(2), /It changes parts of the policy “small”, version 2/)
  assert.match(concordat('policy', 'check', variation(3)).out, /Instead of `small` version 3 there is small version 1/)
})

test('policy rehearse --script: what is done, and then the dates that come of it', () => {
  const policy = file(
    'minutes.yaml',
    good.replace(
      'within: 2 working days }',
      'within: 2 working days, duties: { met: { who: each worker, must: meet }, minutes: { who: raising worker, must: write minutes, when: met, within: 2 days } } }',
    ),
  )
  const script = file('script.txt', 'raised: 2026-04-08T10:00\nsteps: [{ at: 2026-04-09T11:00, do: met }]\n')
  const { code, out, error } = concordat('policy', 'rehearse', policy, '--script', script)
  assert.equal(code, 0, error)
  assert.match(out, /do met\n {2}Done\./)
  assert.match(out, /must write the minutes: by 5pm, Saturday 11 April 2026/)
})
