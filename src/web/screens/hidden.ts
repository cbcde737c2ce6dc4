import { hiddenPage } from '../html/hidden-page.ts'
import type { Route, Screen } from '../screen.ts'

const at = (url: string): Route => ({
  method: 'GET',
  url,
  access: 'bare',
  make: () => {
    const body = hiddenPage()
    return () => ({ type: 'text/html; charset=utf-8', body })
  },
})

/** "Hide this screen": a page that says nothing of this service. It never signs out and loses no draft. */
export const hidden: Screen = [at('/hide'), at('/hidden')]
