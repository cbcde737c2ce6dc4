import type { Command } from 'commander'
import { byApp, portOf } from './by-app.ts'
import { type Done, jsonOption } from './outcome.ts'

export function addServe(program: Command, done: Done): void {
  program
    .command('serve')
    .description('Serves an installation that is set up already.')
    .option('--port <number>', 'the port to listen on (default: PORT, else 3000)', portOf)
    .option(...jsonOption)
    .action(byApp('serve', done))
}
