import type { Command } from 'commander'
import { byApp } from './by-app.ts'
import { type Done, jsonOption } from './outcome.ts'

export function addVerify(program: Command, done: Done): void {
  program
    .command('verify')
    .description('Checks the record: every chain of entries, every projection, every seal.')
    .option(...jsonOption)
    .action(byApp('verify', done))
}
