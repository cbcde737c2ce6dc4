import { as, launch, shot } from './zz-review-lib.ts'
const b = await launch()
const p = await as(b, undefined, 1280, false)
await p.goto('/sign-in')
for (let n = 0; n < 2; n++) { await p.getByRole('button', { name: /next working day/ }).first().click(); await p.goto('/sign-in') }
await p.getByRole('button', { name: 'Sign in as Joanne Pike' }).click()
await shot(p, 'clock-home')
await p.locator('main a', { hasText: 'Leila' }).first().click().catch(() => 0)
await p.goto('/exampleshire/cases'); await shot(p, 'clock-cases'); await p.locator('main a', { hasText: 'Leila' }).first().click()
await shot(p, 'clock-leila')
const r = await as(b, 'Ruth Calder', 1280, false); await r.goto('/exampleshire/register'); await shot(r, 'clock-register')
await b.close()
