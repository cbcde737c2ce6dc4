// Builds src/web/assets/concordat.css from concordat.scss. With --check it writes nothing and exits 1 when the file is stale.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from 'sass'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const assets = join(root, 'src/web/assets')
const target = join(assets, 'concordat.css')

const { css } = compile(join(assets, 'concordat.scss'), {
  style: 'compressed',
  loadPaths: [root, join(root, 'node_modules')],
  quietDeps: true,
  silenceDeprecations: ['import'],
})
// The coat of arms is not ours to show, and the one rule that names it is not used.
const bare = css.replace(/[^{}]*govuk-footer__copyright-logo[^{}]*\{[^{}]*\}/g, '')
const built = `/* Built by bin/styles.mjs from concordat.scss: change that, not this. */\n${bare}\n`

if (process.argv.includes('--check')) {
  let kept = ''
  try {
    kept = readFileSync(target, 'utf8')
  } catch {
    // Missing is stale.
  }
  if (kept !== built) {
    console.error('src/web/assets/concordat.css is stale. Run: node bin/styles.mjs')
    process.exit(1)
  }
  console.log('styles: concordat.css is as built')
} else {
  writeFileSync(target, built)
  console.log(`styles: wrote concordat.css, ${(built.length / 1024).toFixed(0)} kB`)
}
