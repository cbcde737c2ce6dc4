// npm run dev: the sample place, started again whenever a source file or a policy changes.
import { spawn } from 'node:child_process'

const watched = ['src', 'policies', 'calendars', 'seeds'].map((folder) => `--watch-path=${folder}`)
const args = [...watched, '--watch-preserve-output', 'bin/concordat.mjs', 'start', ...process.argv.slice(2)]
const child = spawn(process.execPath, args, { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
