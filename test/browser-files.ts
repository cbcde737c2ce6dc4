import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface BrowserFiles {
  readonly executable: string
  /** Fontconfig's settings: FONTCONFIG_FILE. */
  readonly fonts: string
}

/**
 * Chromium, unpacked once on a machine for each version, into the temporary folder. Unpacking takes seconds of both
 * processors, so it is made aside and renamed when whole: of two processes that unpack at once, the first to finish gives it.
 */
export async function browserFiles(): Promise<BrowserFiles> {
  const folder = join(tmpdir(), `concordat-chromium-${process.getuid?.() ?? 'own'}-${version()}`)
  const files = { executable: join(folder, 'chromium'), fonts: join(folder, 'fonts.conf') }
  if (existsSync(files.executable)) return files
  const half = mkdtempSync(join(tmpdir(), 'concordat-unpacking-'))
  try {
    await unpack(half)
    writeFileSync(join(half, 'fonts.conf'), fontsIn(folder))
    renameSync(half, folder)
  } catch (error) {
    if (!existsSync(files.executable)) throw error
  } finally {
    rmSync(half, { recursive: true, force: true })
  }
  return files
}

function version(): string {
  const require = createRequire(import.meta.url)
  const root = join(dirname(require.resolve('@sparticuz/chromium')), '..')
  return (require(join(root, 'package.json')) as { readonly version: string }).version
}

// The package unpacks into the temporary folder and silently reuses what an older version left there: give it a fresh one.
async function unpack(folder: string): Promise<void> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    await packed.executablePath()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

// Chromium draws no letter at all on a machine without fonts, as a container may be. The ones that came with it also stand in
// for Arial everywhere, so that a page is as wide on every machine.
function fontsIn(folder: string): string {
  const include = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
  const arial = `<match target="pattern"><test name="family"><string>Arial</string></test>
<edit name="family" mode="prepend" binding="strong"><string>Open Sans</string></edit></match>`
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${include}${arial}<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`
}
