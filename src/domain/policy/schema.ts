import { z } from 'zod'
import { clausePattern, datePattern, idPattern, policyShape, type Shape } from './shape.ts'

/**
 * The JSON Schema of a policy file, for editors: keys, kinds of values, closed lists. It is built from the shape that the reader
 * checks, so the two cannot part. Phrases are texts in it; `parsePolicy` alone reads them.
 * Shape: a JSON Schema of draft 2020-12. Empty values are allowed wherever a variation may take something away.
 */
export function policySchema(): Readonly<Record<string, unknown>> {
  const title = 'A Concordat policy'
  const description =
    'One procedure by which professionals settle disagreements. Phrases are explained in the policy guide.'
  return { ...z.toJSONSchema(typeOf(policyShape), { io: 'input' }), title, description }
}

/** The same description as a check of data already read from YAML: true when keys and kinds of values fit. */
export function fitsSchema(data: unknown): boolean {
  return typeOf(policyShape).safeParse(data).success
}

// YAML reads `title: 2026` as a number and `is: true` as a flag; to us they are the characters written.
const written = z.union([z.string().regex(/\S/), z.number(), z.boolean()])

function typeOf(shape: Shape): z.ZodType {
  switch (shape.is) {
    case 'text':
      return written
    case 'id':
      return z.string().regex(idPattern)
    case 'clause':
      return z.union([z.string().regex(clausePattern), z.number()])
    case 'whole':
      return z.union([z.int().min(1).max(999_999), z.string().regex(/^[1-9][0-9]{0,5}$/)])
    case 'date':
      return z.string().regex(datePattern)
    case 'flag':
      return z.union([z.boolean(), z.enum(['true', 'yes', 'false', 'no'])])
    case 'one-of':
      return z.enum(shape.words)
    case 'list':
      return z.array(typeOf(shape.of))
    case 'some':
      return z.union([typeOf(shape.of), z.array(typeOf(shape.of)).min(1)])
    case 'map':
      return z.record(z.string().regex(shape.keys === 'id' ? idPattern : clausePattern), typeOf(shape.of).nullable())
    case 'object':
      return z.strictObject(
        Object.fromEntries(
          Object.entries(shape.keys).map(([key, of]) => [
            key,
            shape.needs.includes(key) ? typeOf(of) : typeOf(of).nullable().optional(),
          ]),
        ),
      )
  }
}
