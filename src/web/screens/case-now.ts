import type { CaseView } from '../../app/app.ts'
import { caseSentence } from '../../domain/words/case-sentence.ts'
import { type Content, html } from '../html/html.ts'
import { now } from '../html/now.ts'
import { prose } from '../html/prose.ts'
import { doingHref } from './case-links.ts'

/** How things stand, the one thing to do, and the anchors of the page. */
export function nowFor(p: string, view: CaseView) {
  const said = caseSentence(view)
  const sentence: Content =
    said.frees === undefined ? prose(said.says) : html`${prose(said.says)} <strong>${said.frees}</strong>`
  return now({
    sentence,
    button: said.first && { text: said.first.text, href: doingHref(p, view, said.first) },
    secondary: said.second && { text: said.second.text, href: doingHref(p, view, said.second) },
    anchors: [
      { text: 'both sides and clocks', href: '#sides' },
      { text: 'everything you may do', href: '#moves' },
      { text: 'what must happen', href: '#duties' },
      { text: 'who has been told', href: '#told' },
      { text: 'the record', href: '#record' },
    ],
  })
}
