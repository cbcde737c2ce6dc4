import type { Command } from 'commander'
import { type Done, jsonOption, tell } from './outcome.ts'

export function addPolicyReplay(policy: Command, done: Done): void {
  policy
    .command('replay <file>')
    .description(
      'Past cases under a draft: which dates, notices, panels and refusals would have differed. Names cases by number; for whoever operates the database.',
    )
    .option('--partnership <id>', 'whose cases; needed where more than one partnership is kept here')
    .option(...jsonOption)
    .action(async (file: string, options: { readonly partnership?: string; readonly json?: boolean }) => {
      const { replayDraft } = await import('./replaying.ts')
      tell(await replayDraft(file, options.partnership), options, done)
    })
}
