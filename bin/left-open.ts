// Loaded into each test process by run-tests.ts. Asked by signal, it says what keeps the process open, and ends it.
import { writeFileSync } from 'node:fs'

const note = new URL(import.meta.url).searchParams.get('pid')
if (note) {
  process.on('SIGUSR2', () => {
    const counts = Object.entries(Object.groupBy(process.getActiveResourcesInfo(), (name) => name))
    const open = counts.map(([name, all]) => `${all?.length ?? 0} ${name}`).join(', ')
    // Two pipes are the process's own: what it writes to.
    process.stderr.write(`All tests here ended, but the process did not. Open: ${open}\n`)
    process.exit(1)
  })
  writeFileSync(note, String(process.pid))
}
