import { readFileSync } from 'node:fs'
import { launch, out } from './zz-review-lib.ts'
const [name = '', height = '1800', ...files] = process.argv.slice(2)
const b = await launch()
const p = await b.newPage({ viewport: { width: 1200, height: 800 } })
const H = Number(height)
const img = (f: string) => `data:image/png;base64,${readFileSync(`${out}/${f}.png`).toString('base64')}`
await p.setContent(`<body style="margin:0;display:flex;gap:8px;background:#888;align-items:flex-start" id="b"></body>`)
for (const f of files) await p.evaluate(async ([src, h]) => { const i = new Image(); i.src = src as string; await i.decode(); for (let y = 0; y < i.height; y += Number(h)) { const d = document.createElement('div'); d.style.cssText = `width:${i.width}px;height:${Math.min(Number(h), i.height - y)}px;background:url(${src}) 0 -${y}px no-repeat;flex:none`; document.body.append(d) } }, [img(f), String(H)])
await p.setViewportSize({ width: await p.evaluate(() => document.body.scrollWidth), height: H })
await p.screenshot({ path: `${out}/${name}.png`, fullPage: true })
await b.close()
