import { type Shown, show } from '../answers.ts'
import type { Route, Screen } from '../screen.ts'
import * as urls from '../urls.ts'
import { accessibilityPage } from './help-accessibility.ts'
import { privacyPage } from './help-privacy.ts'
import { usingPage } from './help-using.ts'

const words = (url: string, page: Shown): Route => ({ method: 'GET', url, access: 'open', handle: () => show(page) })

/** Short pages for anybody: how it works, what is kept, who can use it. They promise only what is so. */
export const help: Screen = [
  words(urls.help, usingPage),
  words(urls.privacy, privacyPage),
  words(urls.accessibility, accessibilityPage),
]
