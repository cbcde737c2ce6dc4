import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { readShipped, shippedIds } from '../../policies/read-shipped.ts'
import { explain } from '../domain/policy/explain.ts'
import { policyDocument } from './policy-document.ts'

for (const id of shippedIds) {
  test(`${id}: the Word document has headings, the flowchart's list, every sentence and a table of every clause`, async () => {
    const policy = readShipped(id)
    const explained = explain(policy)
    const xml = partOf(await policyDocument(explained, policy.version), 'word/document.xml')
    const paragraphs = [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([one]) => one)
    const words = paragraphs.map(wordsOf)
    assert.equal(wordsOf(paragraphs.find((one) => one.includes('"Title"')) ?? ''), explained.title)
    const headings = paragraphs.filter((one) => one.includes('"Heading1"')).map(wordsOf)
    for (const stage of explained.stages)
      assert.ok(
        headings.some((one) => one.endsWith(stage.title)),
        stage.title,
      )
    assert.ok(headings.includes('The flowchart as a list') && headings.includes('Clause by clause'))
    for (const { title, ways } of explained.flow) {
      assert.ok(words.includes(title), title)
      for (const way of ways) assert.ok(words.includes(`→ ${way}`), way)
    }
    for (const stage of explained.stages)
      for (const { text } of stage.sentences)
        assert.ok(
          words.some((one) => one.startsWith(text)),
          text,
        )
    const table = /<w:tbl>.*<\/w:tbl>/s.exec(xml)?.[0] ?? ''
    const rows = [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => wordsOf(cell)),
    )
    assert.match(table, /<w:tblHeader\/>/)
    assert.deepEqual(
      rows.slice(1).map(([clause, rule]) => [clause, rule]),
      explained.clauses.map((clause) => [clause.id, clause.text]),
    )
  })
}

test('planted: a clause that is left out is missed', async () => {
  const policy = readShipped('ladybirds')
  const explained = explain(policy)
  const [gone, ...clauses] = explained.clauses
  const xml = partOf(await policyDocument({ ...explained, clauses }, policy.version), 'word/document.xml')
  assert.ok(gone && !wordsOf(xml).includes(gone.text))
})

const wordsOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text]) => text)
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** One file of a zip, by its central directory. */
function partOf(zip: Uint8Array, name: string): string {
  const bytes = Buffer.from(zip)
  let at = bytes.readUInt32LE(bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16)
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [packed, nameSize, extra, comment] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ]
    const local = bytes.readUInt32LE(at + 42)
    if (bytes.toString('utf8', at + 46, at + 46 + nameSize) === name) {
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
      const data = bytes.subarray(start, start + packed)
      return (bytes.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data)).toString('utf8')
    }
    at += 46 + nameSize + extra + comment
  }
  throw new Error(`${name} is not in the document`)
}
