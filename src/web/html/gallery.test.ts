import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gallery } from './gallery.ts'

/** What holds on every page, judged on every page of the gallery: each rule gives what breaks it. */
const rules: { readonly [rule: string]: (html: string) => readonly string[] } = {
  'nothing inline, nothing from another host': (html) =>
    all(html, /\sstyle="|\son\w+="|<style|<script(?! src="\/assets\/)|(?:src|href)="(?:https?:)?\/\//g),
  'one h1': (html) => (all(html, /<h1[ >]/g).length === 1 ? [] : [`${all(html, /<h1[ >]/g).length} of them`]),
  'no id twice': (html) => {
    const ids = values(html, 'id')
    return ids.filter((id, i) => ids.indexOf(id) !== i)
  },
  'what is named by id exists': (html) => {
    const ids = new Set(values(html, 'id'))
    const named = ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls'].flatMap((name) => values(html, name))
    return named.flatMap((value) => value.split(' ')).filter((id) => !ids.has(id))
  },
  'every question has a label': (html) => {
    const labelled = new Set(values(html, 'for'))
    const asked = [...html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => !tag.includes('type="hidden"'))
    return asked.filter((tag) => !labelled.has(/ id="([^"]*)"/.exec(tag)?.[1] ?? ''))
  },
  'one green button at most': (html) => {
    const green = [...html.matchAll(/class="govuk-button(?!-group)(?![^"]*--(?:secondary|inverse))[^"]*"/g)].map(
      ([tag]) => tag,
    )
    return green.length > 1 ? green : []
  },
  'no child’s name in the title': (html) =>
    all(/<title>(.*?)<\/title>/.exec(html)?.[1] ?? 'no title', /Leila|Theo|Ada|no title/g),
  'the danger strip stands before the page': (html) =>
    html.indexOf('tel:999') > 0 && html.indexOf('tel:999') < html.indexOf('<main') ? [] : ['not there'],
  'no level of heading is left out': (html) => {
    const levels = [...html.slice(html.indexOf('<main')).matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
    return levels.flatMap((level, i) =>
      level > (levels[i - 1] ?? level) + 1 ? [`h${levels[i - 1]} to h${level}`] : [],
    )
  },
  'a mark is never read out': (html) => all(html, /<span class="c-mark[^"]*"(?! aria-hidden="true")/g),
}

for (const [rule, broken] of Object.entries(rules)) {
  test(`every page: ${rule}`, () => {
    const pages = gallery()
    assert.ok(pages.length > 14)
    assert.deepEqual(
      pages.flatMap(({ name, html }) => broken(html).map((what) => `${name}: ${what}`)),
      [],
    )
  })

  test(`the rule can fail: ${rule}`, () => {
    assert.notDeepEqual(broken(planted), [])
  })
}

const planted = `<title>Leila</title><h2 id="a" style="x">b</h2><main><h1></h1><h1></h1><h3 id="a"></h3><input id="q" aria-describedby="none"><button class="govuk-button">x</button><button class="govuk-button">y</button><span class="c-mark">BL</span></main>`

test('as they see it: nothing to press inside the frame, and nothing of ours', () => {
  const html = gallery().find(({ name }) => name === '03-as-they-see-it')?.html ?? ''
  const inside = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  assert.deepEqual(all(inside, /<(?:a|button|form|input|select|textarea)\b/g), [])
  assert.match(inside, /c-drawn-button/)
  assert.ok(!inside.includes('Note to ourselves'))
  assert.ok(html.slice(0, html.indexOf('<main')).includes('Note to ourselves'))
})

function all(html: string, pattern: RegExp): readonly string[] {
  return html.match(pattern) ?? []
}

function values(html: string, attribute: string): readonly string[] {
  return [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map(([, value]) => value as string)
}
