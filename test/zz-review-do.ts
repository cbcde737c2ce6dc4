import { as, launch, shot } from './zz-review-lib.ts'
const b = await launch()
const caseUrl = async (p: Awaited<ReturnType<typeof as>>, t: string) => { await p.goto('/exampleshire/cases'); return await p.locator('main a', { hasText: t }).first().getAttribute('href') ?? '' }
// 422: reply empty, with text kept
const g = await as(b, 'Grace Adeyemi', 1280)
let u = await caseUrl(g, 'Leila')
await g.goto(u); await g.getByRole('button', { name: 'Reply to Joanne Pike' }).first().click().catch(async () => g.getByRole('link', { name: 'Reply to Joanne Pike' }).first().click())
await shot(g, 'grace-reply')
await g.locator('main form .govuk-button').first().click(); await shot(g, 'grace-reply-422')
await g.locator('main textarea').first().fill('We will hold a strategy discussion on Thursday at 10am.')
for (const gr of await g.locator('main fieldset').all()) { const r = gr.locator('input[type=radio]'); if (await r.count()) await r.first().check({ force: true }) }
await g.locator('main form .govuk-button').first().click(); await shot(g, 'grace-after')
// Joanne: protective date later → 409 ; escalates
const j = await as(b, 'Joanne Pike', 1280)
u = await caseUrl(j, 'Leila')
await j.goto(`${u}/protective-date`); await shot(j, 'j-protective')
for (const [l, v] of [['Day', '20'], ['Month', '4'], ['Year', '2026']] as const) await j.getByLabel(l, { exact: true }).first().fill(v)
for (const t of await j.locator('main textarea').all()) await t.fill('We can wait.')
await j.locator('main form .govuk-button').first().click(); await shot(j, 'j-protective-409')
await j.goto(`${u}/moves/up`); await j.locator('main form .govuk-button').first().click(); await shot(j, 'j-up-422')
await j.goto(`${u}`); await shot(j, 'j-leila-after-reply')
// Joanne tells
await j.goto(`${await caseUrl(j, 'Theo')}`)
// Peter decides Zara
const p = await as(b, 'Peter Lindqvist', 1280)
u = await caseUrl(p, 'Zara')
await p.goto(`${u}/moves/convene`); await shot(p, 'p-convene')
await p.goto(`${u}/moves/decide`); await shot(p, 'p-decide')
for (const t of await p.locator('main textarea').all()) await t.fill('Hold the discussion again, with health, by Friday 17 April.')
await p.locator('main form .govuk-button').first().click(); await shot(p, 'p-decided')
// Ruth composes
const r = await as(b, 'Ruth Calder', 1280)
u = await caseUrl(r, 'Noah')
await r.goto(`${u}/panel`)
await r.getByLabel(/Fiona Marsh/).check({ force: true }); await r.locator('main form .govuk-button').first().click(); await shot(r, 'r-panel-409')
for (const n of [/Fiona Marsh/, /Alan Whitcombe/, /Miriam Costello/]) await r.getByLabel(n).check({ force: true }).catch(() => 0)
await r.locator('main form .govuk-button').first().click(); await shot(r, 'r-panel-done')
const a = await as(b, 'Alan Whitcombe', 390)
await a.goto('/exampleshire'); await shot(a, 'alan-home-390')
await a.goto(await caseUrl(a, 'Noah')); await shot(a, 'alan-noah-390', false)
const k = await as(b, 'Karen Oduya', 1280); await k.goto('/exampleshire'); await shot(k, 'karen-home')
const m = await as(b, 'Miriam Costello', 1280); await m.goto('/exampleshire'); await shot(m, 'miriam-home'); await m.goto(await caseUrl(m, 'Noah')); await shot(m, 'miriam-noah')
await b.close()
