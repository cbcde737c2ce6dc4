import { as, launch, shot } from './zz-review-lib.ts'
const width = Number(process.argv[2] ?? 1280)
const b = await launch()
const p = await as(b, 'Amira Hussain', width, process.env['JS'] !== 'off')
await p.goto('/exampleshire')
await p.getByRole('button', { name: 'Raise a concern' }).or(p.getByRole('link', { name: 'Raise a concern' })).last().click()
for (let n = 0; n < 25; n++) {
  await shot(p, `raise-${width}-${String(n).padStart(2, '0')}`, width === 1280)
  if (/\/cases\//.test(p.url()) ) break
  const main = p.locator('main')
  // fill
  const groups = await main.locator('fieldset').all()
  for (const g of groups) {
    const radios = g.locator('input[type=radio]')
    if (await radios.count()) {
      const labels = await g.locator('.govuk-radios__label').allInnerTexts()
      const legend = await g.innerText()
      let pick = labels.findIndex((l) => l.trim() === 'No' || l.trim().startsWith('No,') || l.trim().startsWith('Nothing'))
      if (/Which policy|procedure/i.test(legend) && labels.some((l) => /Exampleshire/.test(l))) pick = labels.findIndex((l) => /Exampleshire/.test(l))
      if (labels.some((l) => /Tom Reddy/.test(l))) pick = labels.findIndex((l) => /Tom Reddy/.test(l))
      if (labels.some((l) => /^A child/.test(l.trim()))) pick = labels.findIndex((l) => /^A child/.test(l.trim()))
      if (labels.some((l) => /^Some/.test(l.trim()))) pick = labels.findIndex((l) => /^Some/.test(l.trim()))
      await radios.nth(Math.max(0, pick)).check({ force: true })
    }
    const boxes = g.locator('input[type=checkbox]')
    if (await boxes.count()) await boxes.first().check({ force: true })
  }
  for (const t of await main.locator('textarea:visible').all()) if ((await t.inputValue()) === '') await t.fill('Sam’s plan was closed on Tuesday 7 April without a visit. I heard by phone.')
  for (const i of await main.locator('input:visible:not([type=radio]):not([type=checkbox]):not([type=hidden])').all()) {
    const label = await p.locator(`label[for="${await i.getAttribute('id')}"]`).first().innerText().catch(() => '')
    if ((await i.inputValue()) !== '' || (/manager|safe$|date$/.test(p.url()) && /Day|Month|Year/.test(label))) continue
    await i.fill(/Day/.test(label) ? '15' : /Month/.test(label) ? '4' : /Year/.test(label) ? '2026' : /age|old/i.test(label) ? '4' : /name/i.test(label) ? 'Sam W' : 'Closed without a visit')
  }
  for (const s of await main.locator('select:visible').all()) {
    const opts = await s.locator('option').allInnerTexts()
    const i = opts.findIndex((o) => /Children’s Services|Tom Reddy/.test(o))
    await s.selectOption({ index: Math.max(i, 1) })
  }
  await p.locator('main .govuk-button:not(.govuk-button--secondary)').first().click()
  await p.waitForLoadState()
}
await b.close()
