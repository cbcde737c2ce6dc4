import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { heading, hides, reads, signIn } from './drive/desk.ts'
import { type House, openHouse } from './drive/house.ts'

/** A policy changed by somebody who never saw its text, without JavaScript; and a file read in, with it. */
let house: House

before(async () => {
  house = await openHouse({ now: '2026-04-08T10:00' })
})
after(() => house?.close())

describe('a policy changed by form in a browser', () => {
  test('a limit is changed, a stage and a notice are added, what is wrong is mended, and the new version is adopted', async () => {
    const desk = await house.desk({ javaScript: false })
    const { page } = desk
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    const follow = (name: string | RegExp) => page.getByRole('link', { name }).first().click()
    await signIn(desk, 'Ruth Calder')
    await page.goto('/exampleshire/policy-drafts/new?policy=exampleshire&version=3')
    await press('Save as a draft and check it')
    await follow('Edit as a form')

    await follow('Change Line managers')
    const within = page.getByLabel('Within what time is it to be settled or passed on?')
    await within.fill('3 working dais')
    await press('Save')
    await reads(desk, 'dais is not a unit of time', 'What you typed is not saved yet')
    assert.equal(await within.inputValue(), '3 working dais')
    await within.fill('3 working days or sooner')
    await press('Save')
    await reads(desk, 'The draft is saved', '3 working days or sooner')

    await follow('Add a stage')
    await page.getByLabel('What people call this stage').fill('Directors')
    await page.getByLabel('From the side that raises it').selectOption({ label: 'Senior manager' })
    await within.fill('5 working days or sooner')
    await page.getByLabel('After which stage?').selectOption({ label: 'Senior managers' })
    await press('Save')
    assert.equal(await heading(desk), 'Directors')

    await follow('Add something to be done, such as a notice')
    await page.getByLabel('Who?', { exact: true }).selectOption({ label: 'Senior manager, of the side that raises it' })
    await page.getByLabel('Must', { exact: true }).check()
    await page.getByLabel('Do what?').selectOption({ label: 'tell somebody' })
    await page.getByLabel('Whom, or what?').fill('board-manger')
    await page.getByLabel('Within what time is it to be done?').fill('same working day')
    await press('Check without saving')
    await reads(desk, 'There is no role board-manger', 'Did you mean board-manager?')
    await page.getByLabel('Whom, or what?').fill('board-manager')
    await press('Check without saving')
    await reads(desk, 'Nothing to mend here', /In plain words: .*must tell the Board manager on the same working day/)
    await press('Save')
    assert.equal(await heading(desk), 'Directors')
    await reads(desk, 'tell-board-manager')

    await follow('All parts of the policy')
    await hides(desk, 'To mend')
    await follow(/Adopt it/)
    if ((await page.getByLabel(/Why is it adopted/).count()) > 0)
      await page.getByLabel(/Why is it adopted/).fill('The Board accepts it for the first year.')
    await page.getByLabel('Your name').fill('Ruth Calder')
    await press('Sign and adopt')
    await reads(desk, 'Directors', '3 working days')
  })

  test('with JavaScript a chosen file is read into the box, and findings follow as one fills a form in', async () => {
    const desk = await house.desk()
    const { page } = desk
    await signIn(desk, 'Dilys Owen')
    await page.goto('/exampleshire/policy-drafts/new')
    const words = 'id: from-a-file\ntitle: From a file\nroles:\n  worker: { is: Worker, tier: 1 }\n'
    await page
      .getByLabel('Choose the file of a policy')
      .setInputFiles({ name: 'policy.yaml', mimeType: 'application/yaml', buffer: Buffer.from(words) })
    await page.waitForFunction((text) => document.querySelector('textarea')?.value === text, words)
    await page.getByRole('button', { name: 'Save as a draft and check it' }).click()
    await page.getByRole('link', { name: 'Edit as a form' }).click()
    await page.getByRole('link', { name: 'Add a stage' }).click()
    await page.getByLabel('What people call this stage').fill('Talk')
    await page.getByLabel('Within what time is it to be settled or passed on?').fill('soon')
    await page.getByText(/Nobody meets in talk/).waitFor()
  })
})
