import type { Command } from 'commander'
import { byApp, portOf } from './by-app.ts'
import { type Done, jsonOption } from './outcome.ts'

export function addStart(program: Command, done: Done): void {
  program
    .command('start')
    .description('Serves the sample place, making its database and its cases when they are not there yet.')
    .option('--port <number>', 'the port to listen on (default: PORT, else 3000)', portOf)
    .option(...jsonOption)
    .action(byApp('start', done))
}
