import { Temporal } from 'temporal-polyfill'
import { bankHolidays } from '../../app/bank-holidays.ts'
import { ourDaySettings } from '../../domain/calendar/calendar.ts'
import { inLondon, londonInstant } from '../../domain/calendar/london.ts'
import { whenWords } from '../../domain/calendar/words.ts'
import { workingDays } from '../../domain/calendar/working-days.ts'
import { invalid, missing, type Shown, seeOther } from '../answers.ts'
import { button, buttonGroup } from '../html/button.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { link } from '../html/link.ts'
import { titleBlock } from '../html/title-block.ts'
import type { Ctx, Screen } from '../screen.ts'
import * as urls from '../urls.ts'

const steps = ['one-hour', 'next-working-day'] as const
export type ClockStep = (typeof steps)[number]

/** Days cannot be waited for: the sample's clock can be moved on, never back. What falls due on the way then happens. */
export const sampleClock: Screen = [
  {
    method: 'POST',
    url: '/sample/clock',
    access: 'open',
    exists: (app) => app.sample !== undefined,
    handle: async (ctx) => {
      const { sample, clock, run } = ctx.app
      if (!sample) return missing
      const step = ctx.form.choice('choice', steps, 'Choose how far to move the clock')
      if (step === undefined) return invalid(ctx.form, alone(ctx))
      const at = movedOn(clock.now(), step)
      await sample.setClock(at)
      const cases = await run.tick(sample.partnership)
      return seeOther(ctx.viewer ? urls.home(ctx.viewer.partnership) : urls.signIn, {
        json: { at: Temporal.Instant.fromEpochMilliseconds(at).toString(), cases },
      })
    },
  },
]

/** What time it is there, with the way to the clock below the cast. */
export const clockLine = (ctx: Ctx): Html =>
  html`<p class="govuk-body">In the sample place it is <strong>${timeThere(ctx)}</strong>. ${link({ text: 'Move its clock on', href: '#clock' })}</p>`

/** The clock with its two buttons, for the sign-in page. */
export function clockForm(ctx: Ctx): Html {
  const move = (text: string, value: ClockStep, id?: string) =>
    button({ text, name: 'choice', value, kind: 'secondary', id })
  return html`${heading(2, 'The sample’s clock', { classes: 'govuk-heading-m govuk-!-margin-top-6', id: 'clock' })}<p class="govuk-body">In the sample place it is <strong>${timeThere(ctx)}</strong>. Move it on to see dates come, pass, and become late. It cannot go back.</p><form method="post" action="${urls.sampleClock}">${ctx.hidden()}${buttonGroup(
    move('Go to 9am on the next working day', 'next-working-day', 'choice'),
    move('Go on one hour', 'one-hour'),
  )}</form>`
}

const timeThere = ({ app }: Ctx): string => whenWords(Temporal.Instant.fromEpochMilliseconds(app.clock.now()))

/** Where the clock goes, in milliseconds. The next working day is that of England and Wales. */
export function movedOn(now: number, step: ClockStep): number {
  switch (step) {
    case 'one-hour':
      return now + 3_600_000
    case 'next-working-day': {
      const calendar = { holidays: bankHolidays('england-and-wales'), closures: [], settings: ourDaySettings }
      const today = inLondon(Temporal.Instant.fromEpochMilliseconds(now)).date
      const nine = (date: string) => londonInstant(date, '09:00').epochMilliseconds
      const days = workingDays(calendar)
      return days.isWorkingDay(today) && nine(today) > now ? nine(today) : nine(days.add(today, 1))
    }
  }
}

const alone = (ctx: Ctx): Shown => ({
  title: 'The sample’s clock',
  body: html`${titleBlock({ title: 'The sample’s clock' })}${clockForm(ctx)}`,
})
