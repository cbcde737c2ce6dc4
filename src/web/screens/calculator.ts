import { OutsideCalendar } from '../../domain/calendar/working-days.ts'
import { type Answer, file, invalid, show } from '../answers.ts'
import type { Ctx, Route, Screen } from '../screen.ts'
import { type Worked, workedCalendar, workedJson, workedText, workOut } from './calculator-answer.ts'
import { calculatorPage } from './calculator-page.ts'
import { isAsked, type Question, readQuestion } from './calculator-question.ts'

/**
 * Work out a deadline (mock-up 09). Public; a form that only asks (GET), so nothing is kept and an answer has an address.
 * The same question at `.json`, `.txt` and `.ics`.
 */
export const calculator: Screen = [
  at('/calculator', (ctx, worked) => show(calculatorPage(ctx, worked), workedJson(worked))),
  at('/calculator.json', (_ctx, worked) => file(JSON.stringify(workedJson(worked)), 'application/json; charset=utf-8')),
  at('/calculator.txt', (_ctx, worked) => file(workedText(worked))),
  at('/calculator.ics', ({ app }, worked) =>
    file(workedCalendar(worked, app.clock.now()), 'text/calendar; charset=utf-8', 'deadline.ics'),
  ),
]

function at(url: string, answer: (ctx: Ctx, worked: Worked) => Answer): Route {
  return {
    method: 'GET',
    url,
    access: 'open',
    handle(ctx) {
      if (!isAsked(ctx.query) && url === '/calculator' && !ctx.json) return show(calculatorPage(ctx))
      const question = readQuestion(ctx.query)
      const worked = question && tried(ctx, question)
      return worked ? answer(ctx, worked) : invalid(ctx.query, calculatorPage(ctx))
    },
  }
}

function tried({ query }: Ctx, question: Question): Worked | undefined {
  try {
    return workOut(question)
  } catch (error) {
    if (!(error instanceof OutsideCalendar)) throw error
    query.fail('from', error.message.replace(/\.$/, ''))
    return undefined
  }
}
