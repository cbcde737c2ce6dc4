import { duties, movesOurs, movesTheirs, told } from './gallery-duties.ts'
import { cs, joanne, menu } from './gallery-people.ts'
import { galleryRecord } from './gallery-record.ts'
import { gallerySides } from './gallery-sides.ts'
import { heading } from './heading.ts'
import { type Html, html } from './html.ts'
import { link } from './link.ts'
import { now } from './now.ts'
import { page } from './page.ts'
import { record } from './record.ts'
import { safetyBand } from './safety-band.ts'
import { titleBlock } from './title-block.ts'

type Reader = 'nursery' | 'services'

/** 02: the case, with both workings open or closed. */
export function galleryCase(isOpen: boolean): string {
  const back = { text: 'What needs you', href: '/home' }
  return page({
    title: 'Case 2026-014',
    path: '/cases/2026-014',
    menu,
    viewer: joanne,
    back,
    wide: true,
    body: caseBody('nursery', isOpen),
  })
}

/** 03: the same case through the other side's eyes. */
export function gallerySeen(): string {
  return page({
    title: 'Case 2026-014 as Grace Adeyemi sees it',
    path: '/cases/2026-014/as-they-see-it',
    menu,
    viewer: joanne,
    wide: true,
    body: caseBody('services', true),
    frame: {
      title: 'Case 2026-014 as Grace Adeyemi sees it',
      side: 'answering',
      mark: cs,
      yours: [
        { text: 'Note to ourselves', href: '/cases/2026-014#entry-9', when: 'Tuesday 7 April' },
        { text: 'Health information, given in confidence', href: '/cases/2026-014#entry-7', when: 'Thursday 2 April' },
        { text: 'Getting ready, in private', href: '/cases/2026-014#entry-1', when: 'Friday 27 March' },
      ],
      theirs:
        'If Exampleshire Children’s Services keep private notes, they do not appear here and are not counted. They cannot see yours when they look at your view.',
      back: '/cases/2026-014',
    },
  })
}

const h2 = (words: string, id: string) => heading(2, words, { classes: 'govuk-heading-m', id })

function caseBody(reader: Reader, isOpen: boolean): Html {
  const isNursery = reader === 'nursery'
  return html`${title(isNursery)}${isNursery ? nowOurs : nowTheirs}${safetyBand({
    id: 'safety',
    title: 'Leila’s safety meanwhile',
    state: {
      is: 'in place',
      ends: html`The arrangement <strong>ends tomorrow</strong>, Thursday 9 April`,
      arrangement: {
        inPlace:
          'Leila stays with her grandmother. The nursery sees her every weekday and rings the duty team if she is not in by 9:30am.',
        answers: `Tom Reddy, Exampleshire Children’s Services. Last checked today at 9:10am by ${isNursery ? 'you' : 'Joanne Pike'}.`,
        check: { text: 'Check it again', href: '#check' },
      },
    },
    risk: [
      html`Nursery: <strong>serious, not immediate</strong> (today)`,
      html`Children’s services: <strong>some concern</strong> (1 April)`,
    ],
  })}${h2('Both sides, and where this stands', 'sides')}${gallerySides(isNursery, isOpen)}${h2(isNursery ? 'What you may do now' : 'What they may do now', 'moves')}${
    isNursery ? movesOurs : movesTheirs
  }${h2('What must happen', 'duties')}${duties(isNursery)}${h2('Who has been told, and who has read it', 'told')}${told}${h2('The record', 'record')}<p class="c-muted">Nothing here is ever changed or removed. A correction is a new entry. Newest first.</p>${record(galleryRecord(reader))}`
}

function title(isNursery: boolean): Html {
  return titleBlock({
    caption: 'Case 2026-014',
    title: 'Leila R, aged 3: plan not changed after new information',
    facts: [
      'Raised Monday 30 March 2026',
      html`Under ${link({ text: 'Exampleshire policy, version 3', href: '/policies/exampleshire/3' })}`,
      html`On a <strong>child protection plan</strong>`,
    ],
    actions: isNursery
      ? [
          { text: 'See it as they see it', href: '/cases/2026-014/as-they-see-it' },
          { text: 'Print for Leila’s file', href: '/cases/2026-014/print' },
        ]
      : [],
  })
}

const nowOurs = now({
  sentence: html`Children’s services have not replied. Their reply was due by 5pm on Tuesday 7 April. <strong>You do not have to wait: you may take this to senior managers now.</strong>`,
  button: { text: 'Take this to senior managers', href: '/cases/2026-014/escalation' },
  secondary: { text: 'Record their reply', href: '/cases/2026-014/reply' },
  anchors: [
    { text: 'both sides and clocks', href: '#sides' },
    { text: 'everything you may do', href: '#moves' },
    { text: 'what must happen', href: '#duties' },
    { text: 'who has been told', href: '#told' },
    { text: 'the record', href: '#record' },
  ],
})

const nowTheirs = now({
  sentence: html`Bramble Lane Nursery is waiting for your reply. It was due by 5pm on Tuesday 7 April. <strong>They may take this to senior managers now.</strong>`,
  button: { text: 'Reply to Joanne Pike', href: '/cases/2026-014/reply' },
})
