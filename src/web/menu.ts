import type { Viewer } from '../app/app.ts'
import * as urls from './urls.ts'

export interface MenuItem {
  readonly text: string
  readonly href: string
}

/**
 * The menu of somebody signed in, at most six items; Board people have their own. An item whose page is not there yet is
 * left out: `has` knows the registered addresses.
 */
export function menuFor(viewer: Viewer, has: (url: string) => boolean): readonly MenuItem[] {
  return (viewer.board ? boardMenu : partyMenu)
    .filter(({ url }) => has(url))
    .map(({ text, url }) => ({ text, href: url.replace('/:partnership', urls.home(viewer.partnership)) }))
}

const whatNeedsYou = { text: 'What needs you', url: '/:partnership' }
const policies = { text: 'Policies', url: '/:partnership/policies' }
const directory = { text: 'Directory', url: '/:partnership/directory' }

const partyMenu = [
  whatNeedsYou,
  { text: 'Cases', url: '/:partnership/cases' },
  { text: 'Raise a concern', url: '/:partnership/raise' },
  policies,
  directory,
  { text: 'Work out a deadline', url: urls.calculator },
]

const boardMenu = [
  whatNeedsYou,
  { text: 'Cases', url: '/:partnership/cases' },
  { text: 'Register', url: '/:partnership/register' },
  policies,
  directory,
  { text: 'Work out a deadline', url: urls.calculator },
]
