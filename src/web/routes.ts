import type { App } from '../app/app.ts'
import type { Route, Screen } from './screen.ts'
import { calculator } from './screens/calculator.ts'
import { danger } from './screens/danger.ts'
import { directory } from './screens/directory.ts'
import { health } from './screens/health.ts'
import { help } from './screens/help.ts'
import { hidden } from './screens/hidden.ts'
import { policies } from './screens/policies.ts'
import { policy } from './screens/policy.ts'
import { signIn } from './screens/sign-in.ts'
import { welcome } from './screens/welcome.ts'

/** Every screen there is. A new one is one import and one name here. */
const screens: readonly Screen[] = [danger, hidden, health, welcome, help, signIn, calculator, policies, policy, directory]

/** The route table: every address of the server but its assets. */
export const routes = (): readonly Route[] => screens.flat()

/** Those that this installation has. */
export const routesOf = (app: App, all: readonly Route[]): readonly Route[] =>
  all.filter((route) => route.exists?.(app) ?? true)
