import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Desk, hides, openCase, reads, signIn, unfold, words } from './drive/desk.ts'
import { fill, press } from './drive/fill.ts'
import { type House, openHouse } from './drive/house.ts'
import { raise } from './drive/raise.ts'
import { does, follow, up } from './drive/steps.ts'

/** A newcomer's first ten minutes over the planted sample (design/experience.md), at a desk and on a phone. */
let house: House

before(async () => {
  house = await openHouse({ stories: true })
})
after(() => house?.close())

for (const width of [1280, 390])
  describe(`the first ten minutes at ${width} px`, () => {
    test('from the front door to a concern of one’s own, taken one stage up: C-5, C-7, C-14', async () => {
      const desk = await house.desk({ width })
      await desk.time('2026-04-08T10:00')
      const { page } = desk
      await page.goto('/')
      await reads(desk, 'Settle a disagreement about a child’s safety', 'What to do if a child is in immediate danger')
      await page.locator('main').getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('button', { name: 'Sign in as Amira Hussain' }).click()
      await reads(desk, 'What needs you', 'Leila R')
      const number = await raise(desk, {
        policy: 'Exampleshire',
        child: 'Sami D',
        title: 'no reply to a referral',
        at: 'Exampleshire Community Health',
        whom: 'Sunita Rao',
        answers: { 'What is it about': ['Whether action is needed'] },
      })
      await reads(desk, number, 'Stage 1', 'Sami D')
      await follow(desk, 'Take this to')
      await fill(page, up)
      await press(page, 'Take this to')
      await reads(desk, 'Stage 2', /Now, since 8 April/)
      await follow(desk, 'See it as they see it')
      await reads(desk, 'Exampleshire Community Health')
    })

    test('why Thursday 9 April is the date in Leila’s case, and the policy that says so: C-4, HV-4', async () => {
      const desk = await house.desk({ width })
      await desk.time('2026-04-08T10:00')
      await signIn(desk, 'Amira Hussain')
      await follow(desk, 'All your cases')
      await follow(desk, 'Leila R')
      await unfold(desk)
      await reads(
        desk,
        'Thursday 9 April',
        'How is this date worked out?',
        'Good Friday',
        'Easter Monday',
        'Two dates apply',
      )
      await follow(desk, 'See it as they see it')
      await reads(desk, 'Grace Adeyemi')
      await hides(desk, 'ring her and she will speak to Malcolm Frith')
      await desk.page.goBack()
      await follow(desk, 'Exampleshire')
      await readsThePolicy(desk)
      await follow(desk, 'Read the policy file')
      // The file itself, as text: no page of ours stands around it.
      assert.match(await desk.page.locator('body').innerText(), /^stages:$[\s\S]*^clauses:$/m)
    })

    test('one working day from Maundy Thursday is the Tuesday after Easter', async () => {
      const desk = await house.desk({ width, javaScript: false })
      const { page } = desk
      await page.goto('/calculator')
      const day = (name: string) => page.getByLabel(name, { exact: true }).first()
      await day('Day').fill('2')
      await day('Month').fill('4')
      await day('Year').fill('2026')
      await page.getByLabel('At what time?').fill('10am')
      await page.getByLabel('How many').fill('1')
      await page.getByRole('button', { name: 'Work it out' }).click()
      await unfold(desk)
      await reads(
        desk,
        'Tuesday 7 April 2026',
        'Good Friday, a bank holiday: does not count',
        'Easter Monday, a bank holiday: does not count',
      )
    })
  })

/** HV-4: how it goes, drawn and listed and in words with their clauses, before what the policy does not say and its clauses one by one. */
async function readsThePolicy(desk: Desk): Promise<void> {
  const main = desk.page.locator('main')
  const sections = await main.getByRole('heading', { level: 2 }).allInnerTexts()
  const place = (title: string) => sections.findIndex((one) => one.startsWith(title))
  const howItGoes = ['Flowchart', 'The policy in plain words'].map(place)
  const behind = ['What the policy leaves open', 'Clause by clause', 'History'].map(place)
  assert.ok(Math.min(...howItGoes) >= 0 && Math.max(...howItGoes) < Math.min(...behind), sections.join(' | '))
  const drawn = await main.locator('svg').filter({ visible: true }).allTextContents()
  assert.match(drawn.join(' '), /Line managers/)
  await unfold(desk)
  await reads(
    desk,
    // The list begins where the drawing does.
    /The same as a list\W+A concern is raised/,
    // The sentence behind Thursday 9 April.
    /2\. Line managers The line managers .{0,60}It is settled or passed on within 5 working days, or sooner .{0,60}\(EX-2\.3/,
  )
}

test('a case raised on Maundy Thursday says on its page why its days run past Easter: C-4, HV-1.4', async () => {
  const desk = await house.desk()
  await desk.time('2026-04-02T10:00')
  await signIn(desk, 'Amira Hussain')
  const number = await raise(desk, {
    policy: 'St Marychurch',
    child: 'Edie N',
    title: 'who visits over Easter',
    at: 'Exampleshire Children’s Services',
    whom: 'Tom Reddy',
    answers: { 'What is the disagreement about': ['Communication'] },
  })
  await does(desk, 'Go on to “Talk to each other”', up)
  await openCase(desk, number)
  await unfold(desk)
  const said = await words(desk)
  await reads(
    desk,
    /by 5pm on Monday 13 April/,
    'Good Friday, a bank holiday: does not count',
    'Easter Monday, a bank holiday: does not count',
  )
  assert.doesNotMatch(said, /undefined/)
})
