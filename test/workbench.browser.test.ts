import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { heading, hides, reads, signIn } from './drive/desk.ts'
import { type House, openHouse } from './drive/house.ts'
import { raise } from './drive/raise.ts'

/** The policy workbench by hand in Chromium: import, mend, adopt with signature and review date, raise under it, adopt a new version. */
let house: House

before(async () => {
  house = await openHouse({ now: '2026-04-08T10:00' })
})
after(() => house?.close())

const text = readFileSync(new URL('../seeds/policies/exampleshire.yaml', import.meta.url), 'utf8')
  .replace(/^id: .*/m, 'id: ferry-road')
  .replace(/^title: .*/m, 'title: Ferry Road, settling disagreements')
  .replace(/^version: .*/m, 'version: 1')
const broken = text.replace('within: 5 working days', 'within: 5 working dais')

describe('the policy workbench in a browser', () => {
  test('a policy is imported, mended, adopted and raised under; its next version leaves the running case alone: RSG-8, LB-5', async () => {
    const desk = await house.desk({ javaScript: false })
    const { page } = desk
    await signIn(desk, 'Ruth Calder')
    await page.goto('/exampleshire/policies')
    await page.getByRole('button', { name: 'Write or import a policy' }).click()
    await page.getByLabel('The policy’s text').fill(broken)
    await page.getByRole('button', { name: 'Save as a draft and check it' }).click()
    await reads(desk, /Line \d+, column \d+:/, /dais/)
    await hides(desk, 'Adopt it')

    const line = broken.split('\n').findIndex((one) => one.includes('dais')) + 1
    await reads(desk, new RegExp(`Line ${line}, column`))
    await page.getByLabel('The policy’s text').fill(text)
    await page.getByRole('button', { name: 'Check without saving' }).click()
    await reads(desk, 'What you typed is not saved yet', 'every path ends')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('link', { name: /Adopt it/ }).click()
    await page.getByRole('button', { name: 'Sign and adopt' }).click()
    await reads(desk, 'Type your name to sign')
    if ((await page.getByLabel(/Why is it adopted/).count()) > 0)
      await page.getByLabel(/Why is it adopted/).fill('The Board accepts it for the first year.')
    await page.getByLabel('Your name').fill('Ruth Calder')
    await page.getByRole('button', { name: 'Sign and adopt' }).click()
    assert.equal(await heading(desk), 'Ferry Road, settling disagreements')

    await signIn(desk, 'Amira Hussain')
    await raise(desk, {
      policy: 'Ferry Road',
      child: 'Robin V',
      title: 'closed too soon',
      at: 'Exampleshire Children’s Services',
      whom: 'Tom Reddy',
      answers: { 'What is it about': ['Level of need'] },
    })
    const caseAddress = page.url()
    await reads(desk, 'Ferry Road, settling disagreements, version 1')

    await signIn(desk, 'Ruth Calder')
    await page.goto('/exampleshire/policy-drafts/new?policy=ferry-road&version=1')
    const next = await page.getByLabel('The policy’s text').inputValue()
    assert.match(next, /^version: 2$/m)
    await page.getByLabel('The policy’s text').fill(next.replace('within: 5 working days', 'within: 4 working days'))
    await page.getByRole('button', { name: 'Save as a draft and check it' }).click()
    await page.getByRole('link', { name: /Adopt it/ }).click()
    if ((await page.getByLabel(/Why is it adopted/).count()) > 0)
      await page.getByLabel(/Why is it adopted/).fill('As before.')
    await page.getByLabel('Your name').fill('ruth calder')
    await page.getByRole('button', { name: 'Sign and adopt' }).click()
    await page.goto('/exampleshire/policies/ferry-road/history')
    await reads(desk, 'Version 2', 'Version 1', 'Ruth Calder, Board manager', '8 April 2027')

    await signIn(desk, 'Amira Hussain')
    await page.goto(caseAddress)
    await reads(desk, 'version 1. Version 2 has been adopted since. This case keeps the version it was raised under')
  })

  test('two who write at once do not overwrite each other, and each keeps what they typed', async () => {
    const [ruth, helena] = [await house.desk(), await house.desk({ javaScript: false })]
    await signIn(ruth, 'Ruth Calder')
    await signIn(helena, 'Helena Stroud')
    await ruth.page.goto('/exampleshire/policy-drafts/new')
    await ruth.page.getByRole('button', { name: 'Save as a draft and check it' }).click()
    await helena.page.goto(ruth.page.url())
    const box = (desk: typeof ruth) => desk.page.getByLabel('The policy’s text')
    await box(ruth).fill('id: as-ruth-has-it\n')
    await ruth.page.getByRole('button', { name: 'Save', exact: true }).click()
    await box(helena).fill('id: as-helena-has-it\n')
    await helena.page.getByRole('button', { name: 'Save', exact: true }).click()
    await reads(helena, 'Somebody else wrote first', 'Ruth Calder saved this draft', 'as-ruth-has-it')
    assert.match(await box(helena).inputValue(), /as-helena-has-it/)
    // While she types, the findings follow without a press.
    await box(ruth).fill('id: Not A Name\n')
    await ruth.page
      .getByText(/Line 1, column/)
      .first()
      .waitFor()
  })

  test('a rehearsal is played by invented people, goes by its own clock and is marked on every page', async () => {
    const desk = await house.desk()
    const { page } = desk
    await signIn(desk, 'Ruth Calder')
    await page.goto('/exampleshire/rehearsals')
    await page.getByLabel(/Exampleshire/).check()
    await page.getByRole('button', { name: 'Begin a rehearsal' }).click()
    assert.equal(await heading(desk), 'The rehearsal')
    // Nothing is owed yet, so the desk offers the first thing itself.
    await raise(desk, {
      policy: 'Exampleshire',
      child: 'Nobody N',
      title: 'a rehearsed concern',
      at: 'Family Services (is asked)',
      whom: 'Ben Birch',
      answers: { 'What is it about': ['Level of need'] },
    })
    assert.match(await page.locator('.c-strip--rehearsal').innerText(), /Everybody here is invented/)
    const address = page.url()
    await page.getByRole('link', { name: /Be somebody else/ }).click()
    await reads(desk, /The next thing is owed by .*, by 5pm/)
    await page.getByRole('button', { name: 'Go to just after that' }).click()
    await page.goto(address)
    await reads(desk, /late/i)
    await page.goto('/exampleshire/register')
    await hides(desk, 'a rehearsed concern')
  })
})
