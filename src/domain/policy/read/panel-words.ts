/** How many of a panel have to take part, and who breaks a tie: the same words in `seats` and in `settings`. Source: language.md section 2. */
import { at, type Tree, textOf } from '../tree.ts'
import type { Reading } from './reading.ts'

export function quorumAt(tree: Tree | undefined, { report }: Reading): string | undefined {
  const text = textOf(at(tree, 'quorum'))
  if (!text || /^(all|majority|[1-9][0-9]{0,2})$/.test(text.text)) return text?.text
  report(
    'wrong-value',
    text.spot,
    `\`${text.text}\` is no quorum. Write \`all\`, \`majority\` (more than half) or a number of members.`,
  )
  return undefined
}

export function tiesAt(tree: Tree | undefined, { names, report }: Reading): string | undefined {
  const text = textOf(at(tree, 'ties'))
  if (!text || text.text === 'chair' || text.text === 'none' || names.roles.has(text.text)) return text?.text
  report(
    'wrong-value',
    text.spot,
    `\`${text.text}\` breaks no tie. Write \`chair\` (the chair's vote decides), a role that sits on the panel, or \`none\`.`,
  )
  return undefined
}
