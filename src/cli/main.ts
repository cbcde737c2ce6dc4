/**
 * The command `concordat`. Exit codes: 0 done · 1 findings or a refusal · 2 the command was not understood or a file cannot be read.
 * Everything that a person reads goes to standard output; what went wrong goes to standard error.
 */
import { Command, CommanderError } from 'commander'
import { addDeadline } from './deadline.ts'
import { addMigrate } from './migrate.ts'
import { addPolicy } from './policy.ts'
import { addSeed } from './seed.ts'
import { addServe } from './serve.ts'
import { addStart } from './start.ts'
import { UsageError } from './usage-error.ts'
import { addVerify } from './verify.ts'

process.exitCode = await run(process.argv.slice(2))

async function run(args: readonly string[]): Promise<number> {
  let exit = 0
  const done = (code: 0 | 1) => {
    exit = code
  }
  const program = new Command('concordat')
    .description("Runs the procedures by which professionals settle disagreements about a child's safety.")
    .exitOverride()
    .showHelpAfterError('Add --help to see what can be written here.')
  for (const add of [addStart, addServe, addMigrate, addSeed, addVerify, addPolicy, addDeadline]) add(program, done)
  try {
    await program.parseAsync([...args], { from: 'user' })
    return exit
  } catch (error) {
    // Commander has said itself what was wrong, or has shown the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n`)
      return 2
    }
    throw error
  }
}
