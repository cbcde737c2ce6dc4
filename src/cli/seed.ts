import type { Command } from 'commander'
import { byApp } from './by-app.ts'
import { type Done, jsonOption } from './outcome.ts'

export function addSeed(program: Command, done: Done): void {
  program
    .command('seed')
    .description('Fills an empty database with the sample place.')
    .option(...jsonOption)
    .action(byApp('seed', done))
}
