import { as, launch, shot } from './zz-review-lib.ts'
const [who = '', width = '1280', ...paths] = process.argv.slice(2)
const b = await launch()
const p = await as(b, who === '-' ? undefined : who, Number(width), process.env['JS'] !== 'off')
if (!paths.length) paths.push('/exampleshire')
for (let path of paths) {
  // "@Leila" : the case whose link has that title
  const m = /^@([^/]+)(.*)$/.exec(path)
  if (m) {
    await p.goto('/exampleshire/cases')
    const href = await p.locator('main a', { hasText: m[1] ?? '' }).first().getAttribute('href')
    path = href + (m[2] ?? '')
  }
  const r = await p.goto(path)
  const name = m ? `${m[1]}${(m[2] ?? '').replaceAll('/', '_')}` : path.replaceAll(/[^a-z0-9]+/gi, '_')
  await shot(p, `${who.split(' ')[0]}-${width}-${name}`)
  if (r && r.status() !== 200) console.log('STATUS', r.status())
}
await b.close()
