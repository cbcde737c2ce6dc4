import type { Command } from '../../domain/case/command.ts'
import type { Answers } from '../../domain/case/entry.ts'
import type { Id } from '../../domain/policy/policy.ts'
import { curly } from '../../domain/words/phrase-text.ts'
import { type Answer, invalid, missing, type Shown, seeOther, show } from '../answers.ts'
import { type Form, readForm } from '../form.ts'
import { audienceLine } from '../html/audience-line.ts'
import { button, buttonGroup } from '../html/button.ts'
import { type Content, type Html, html } from '../html/html.ts'
import { titleBlock } from '../html/title-block.ts'
import type { Screen, SignedIn } from '../screen.ts'
import { caseUrl, home } from '../urls.ts'
import { type Asked, backToCase, captionOf } from './form-asked.ts'
import { askedBy } from './form-clause.ts'
import { draftForm, keepDraft } from './form-draft.ts'
import { type FormField, valuesOf } from './form-field.ts'
import { readFields } from './form-read.ts'
import { type Readers, rehearsed } from './form-readers.ts'
import { doneOr, refusedPage } from './form-result.ts'
import { showField } from './form-show.ts'
import { typedLines } from './form-typed.ts'

/** A page on which somebody writes one thing into a case: its questions, its button, and the command they make. */
export interface Writing {
  /** The heading, and the title of the page: never a child's name. */
  readonly title: string
  /** One sentence or two: what is true, what it means for me. */
  readonly lead?: Content | undefined
  readonly cites?: readonly Id[] | undefined
  readonly before?: Html | undefined
  readonly fields: readonly FormField[]
  readonly after?: Html | undefined
  /** Says what it does: "Send the reply". */
  readonly button: string
  /** A command such as this form makes: `decide` tells from it who will read the words, or that it would be refused. */
  readonly example?: Command | undefined
  /** Said instead of what the example tells. */
  readonly readers?: readonly Readers[] | undefined
  readonly wide?: boolean | undefined
  /** What stands in the boxes at first, by name. */
  readonly prefill?: Readonly<Record<string, string | readonly string[]>> | undefined
  /** Nothing when an answer was not usable: then it was said with `form.fail`. */
  readonly command: (values: Answers, form: Form) => Command | undefined
  /** Where to go when it is done; the case otherwise. */
  readonly to?: ((values: Answers) => string) | undefined
}

/** A page that is not there is nothing: missing and forbidden look the same. */
export type WritingOf = (asked: Asked) => Writing | Answer | undefined

/** GET and POST of one page of a case, at each of its addresses. `purpose` is what the audit says of the reading. */
export function writing(nouns: readonly string[], purpose: string, make: WritingOf): Screen {
  return nouns.flatMap((noun) => {
    const url = `/:partnership/cases/:case/${noun}`
    return [
      { method: 'GET', url, handle: (ctx: SignedIn) => get(ctx, purpose, make) },
      { method: 'POST', url, handle: (ctx: SignedIn) => post(ctx, purpose, make) },
    ] as const
  })
}

async function get(ctx: SignedIn, purpose: string, make: WritingOf): Promise<Answer> {
  const asked = await ask(ctx, purpose)
  const made = asked && make(asked)
  if (!asked || !made) return missing
  if ('kind' in made) return made
  const shut = made.example && rehearsed(asked.view, made.example).refusal
  if (shut) return refusedPage(asked, shut)
  const form = (await draftForm(ctx)) ?? readForm({ ...initials(made.fields), ...made.prefill })
  return show(drawn(asked, made, form), questionsOf(asked, made))
}

/** What a program has to send. */
const questionsOf = ({ view }: Asked, { title, fields }: Writing): unknown => ({
  title,
  version: view.c.version,
  fields: fields.map((field) => ({
    name: field.name,
    kind: field.kind,
    asks: field.label,
    optional: field.optional === true,
    ...('options' in field ? { options: valuesOf(field.options) } : {}),
  })),
})

const initials = (fields: readonly FormField[]): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.flatMap((field) => (field.initial === undefined ? [] : [[field.name, field.initial]])))

async function post(ctx: SignedIn, purpose: string, make: WritingOf): Promise<Answer> {
  const asked = await ask(ctx, purpose)
  const made = asked && make(asked)
  if (!asked || !made) return missing
  const { form } = ctx
  if ('kind' in made) return made.kind === 'refused' ? { ...made, typed: form.all } : made
  if (form.flag('later')) {
    await keepDraft(ctx, asked.view)
    return seeOther(home(asked.p))
  }
  const values = readFields(made.fields, form)
  const command = made.command(values, form)
  if (!form.ok || !command) return invalid(form, drawn(asked, made, form))
  const result = await ctx.run(asked.view.caseId, command)
  return doneOr(asked, result, {
    to: made.to?.(values) ?? caseUrl(asked.p, asked.view.caseId),
    again: (version) => drawn({ ...asked, view: { ...asked.view, c: { ...asked.view.c, version } } }, made, form),
    typedLines: typedLines(made.fields, form),
  })
}

async function ask(ctx: SignedIn, purpose: string): Promise<Asked | undefined> {
  const view = await ctx.app.access.caseFor(ctx.asking, ctx.param('case'), purpose)
  return view && { ctx, view, p: ctx.partnership }
}

/** The page with what was typed. */
export function drawn(asked: Asked, w: Writing, form: Form): Shown {
  const { ctx, view, p } = asked
  const readers = w.readers ?? [w.example && rehearsed(view, w.example).readers].filter((one) => one !== undefined)
  const only = w.fields.length === 1 && w.fields[0]?.label === w.title
  const head = titleBlock({ caption: captionOf(view), title: curly(w.title), lead: w.lead })
  const fields = w.fields.map((field) =>
    showField(field, form, only ? 'page' : field.label === w.title ? 'heard' : w.fields.length > 1 ? 's' : 'm'),
  )
  const body = html`${only ? html`<span class="govuk-caption-l">${captionOf(view)}</span>` : head}${
    w.cites && askedBy(view.world.policy, w.cites, p)
  }${w.before && html`<div class="govuk-!-margin-bottom-6">${w.before}</div>`}<form method="post" novalidate>${ctx.hidden(view.c.version)}${fields}${w.after}${readers.length > 0 && html`<div class="govuk-!-margin-bottom-6">${readers.map(audienceLine)}</div>`}${buttonGroup(
    button({ text: w.button, preventDoubleClick: true }),
    w.fields.length > 0 && later,
  )}</form>`
  return { title: w.title, body, wide: w.wide ?? false, back: backToCase(asked) }
}

/** Keeps what was typed as a private draft and goes home. A button, so that it works without script. */
export const later = html`<button class="govuk-link c-link-button" name="later" value="yes" formnovalidate>Save and come back later</button>`
