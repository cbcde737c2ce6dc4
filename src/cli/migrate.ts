import type { Command } from 'commander'
import { byApp } from './by-app.ts'
import { type Done, jsonOption } from './outcome.ts'

export function addMigrate(program: Command, done: Done): void {
  program
    .command('migrate')
    .description('Brings the database to the shape this version needs.')
    .option(...jsonOption)
    .action(byApp('migrate', done))
}
