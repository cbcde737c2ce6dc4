import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attributes, html, join, raw, type Value } from './html.ts'

/** Strings that have broken templates before. Each must stay words, wherever it is put. */
const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '`onload=alert(1)',
  '</textarea><script>alert(1)</script>',
  '</title><svg onload=alert(1)>',
  '<!--',
  '-->',
  ']]><b>',
  '&lt;script&gt;',
  '&#60;b&#62;',
  '<b\u0000>',
  '\u2028<b>',
  '${7*7}{{7*7}}<%= 7*7 %>',
  "<a href='javascript:alert(1)'>",
  '<svg/onload=alert`1`>',
]

test('hostile strings stay words between tags', () => {
  for (const bad of hostile) {
    const out = html`<p>${bad}</p>`.toString()
    assert.equal(out.match(/</g)?.length, 2, out)
    assert.equal(decode(out.slice(3, -4)), bad)
  }
})

test('hostile strings stay inside their quotes', () => {
  for (const bad of hostile) {
    const out = html`<p title="${bad}">x</p>`.toString()
    assert.match(out, /^<p title="[^"<>]*">x<\/p>$/)
    assert.match(html`<p${attributes({ title: bad })}>x</p>`.toString(), /^<p title="[^"<>]*">x<\/p>$/)
    assert.match(html`<p title="${html`<b>"${bad}"</b>`}">x</p>`.toString(), /^<p title="[^"<>]*">x<\/p>$/)
  }
})

test('an address with a scheme that runs becomes #', () => {
  const bad = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' java\nscript:alert(1)',
    '\u0001javascript:x',
    'data:text/html,<b>',
    'vbscript:x',
  ]
  for (const address of bad) {
    assert.equal(html`<a href="${address}">x</a>`.toString(), '<a href="#">x</a>')
    assert.equal(attributes({ href: address }).toString(), ' href="#"')
  }
  for (const address of ['/cases/1?a=b:c', '#record', 'tel:999', 'https://x.example/', 'mailto:a@b.example', ''])
    assert.equal(html`<a href="${address}">x</a>`.toString(), `<a href="${address}">x</a>`)
})

test('Html and arrays pass, numbers show, nothing shows nothing', () => {
  assert.equal(html`<b>${html`<i>${'&'}</i>`}</b>`.toString(), '<b><i>&amp;</i></b>')
  assert.equal(html`${['<', html`<br>`, [1, null]]}`.toString(), '&lt;<br>1')
  assert.equal(html`${null}${undefined}${false}${0}${''}`.toString(), '0')
  assert.equal(join(['a', 'b', html`<br>`], ', ').toString(), 'a, b, <br>')
})

test('what only looks like Html is escaped', () => {
  const forged = JSON.parse('{"text":"<b>"}') as Value
  assert.ok(!html`${forged}`.toString().includes('<b>'))
})

test('a hole where nothing is safe does not render', () => {
  const x = 'x'
  assert.throws(() => html`<a href=${x}>y</a>`, /quotes/)
  assert.throws(() => html`<p ${x}>y</p>`, /attributes/)
  assert.throws(() => html`<${x}>y`)
  assert.throws(() => html`<!-- ${x} -->`, /comment/)
  assert.throws(() => html`<style>${x}</style>`, /style/)
  assert.throws(() => html`<script>${x}</script>`, /script/)
  assert.throws(() => html`<p class="${x}`, /end outside/)
  assert.doesNotThrow(() => html`<script src="${x}"></script>${x}`)
  assert.doesNotThrow(() => html`1 < 2 ${x} a<b ${attributes({ id: 'i' })}>`)
})

test('attributes leave out what is not given and refuse handlers and styles', () => {
  assert.equal(attributes({ a: undefined, b: null, c: false, d: true, e: '', f: 0 }).toString(), ' d e="" f="0"')
  for (const name of ['onclick', 'style', 'a b', '"x', 'x>']) assert.throws(() => attributes({ [name]: 'y' }))
})

test('raw is trusted, so it is kept in this folder', () => {
  assert.equal(html`${raw('<hr>')}`.toString(), '<hr>')
})

function decode(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&#96;/g, '`')
    .replace(/&amp;/g, '&')
}
