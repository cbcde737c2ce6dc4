#!/usr/bin/env node
// What every script of package.json starts with, so that it works as the very first command on a fresh clone:
//   node bin/setup.mjs bin/test.mjs --fast
// installs what package-lock.json asks for when it is not there, then runs the named file on the pinned Node.
// Plain JavaScript with no dependency, because it runs on whatever Node is there (20 or later), before anything is installed.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const pinned = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const oldestNode = 20

/** Installs when needed, then runs `file` (a path in this project) on the pinned Node with these arguments. Never returns early: it ends with the file's own exit code. */
export async function runPinned(file, args) {
  await install()
  endWithNpm()
  const script = join(root, file)
  if (process.versions.node === pinnedVersion()) {
    process.argv = [process.execPath, script, ...args]
    await import(pathToFileURL(script).href)
    return
  }
  const child = spawn(pinned, [script, ...args], { stdio: 'inherit' })
  // A terminal sends Ctrl-C to the child as well; a `kill` of this process does not reach it unless it is passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}

// `kill` of npm reaches the shell it started and no further, which would leave a server running that nobody owns.
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 300)
  watch.unref()
}

/** Does `npm ci` unless what is installed is what package-lock.json asks for. Safe to run twice, and from two terminals at once. */
export async function install() {
  const reason = whyInstall()
  if (!reason) return
  if (Number(process.versions.node.split('.')[0]) < oldestNode) {
    fail(`This is Node ${process.versions.node}. Concordat needs Node ${oldestNode} or later to install itself.`)
  }
  const release = await onlyOne()
  try {
    // Somebody else may have finished the same work while this process waited for its turn.
    if (whyInstall()) await npmCi(reason)
  } finally {
    release()
  }
}

/** Why an install is needed, as the start of a sentence; nothing when it is not. */
export function whyInstall() {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  if (!wanted) return fail('package-lock.json is missing or unreadable, so there is no telling what to install.')
  if (!existsSync(modules)) return 'Nothing is installed yet.'
  // npm writes this list last, so an install that was interrupted leaves none.
  const present = packagesOf(join(modules, '.package-lock.json'))
  if (!present) return 'The last installation did not finish.'
  const leavesOutDev = process.env.NODE_ENV === 'production' || /\bdev\b/.test(process.env.npm_config_omit ?? '')
  for (const [path, { version, optional, dev }] of Object.entries(wanted)) {
    if (path === '' || optional || (dev && leavesOutDev)) continue
    if (present[path]?.version !== version) return 'package-lock.json has changed since the last installation.'
  }
  if (!existsSync(pinned)) return 'The pinned Node is not installed.'
  return undefined
}

async function npmCi(reason) {
  say(`${reason} Installing what package-lock.json lists (npm ci): about 250 MB, usually well under a minute.`)
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  // npm draws its own progress on a terminal; a log gets a line now and then instead.
  const heartbeat = setInterval(() => say(`Still installing, ${seconds()} seconds so far.`), 10_000)
  if (process.stderr.isTTY) clearInterval(heartbeat)
  const code = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  clearInterval(heartbeat)
  if (code !== 0) {
    fail(
      `The installation failed: npm ci ended with code ${code}; what it said is above. Is the package registry reachable?`,
    )
  }
  if (!existsSync(pinned)) {
    fail(
      'npm finished without the pinned Node: it was told to skip install scripts. Run: npm ci --ignore-scripts=false',
    )
  }
  say(`Installed in ${seconds()} seconds.`)
}

/** Runs npm with the Node that npm itself came with: the one in node_modules is about to be replaced. */
function runNpm(args) {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env
  const outside = cli && node && existsSync(node) && !node.startsWith(modules)
  const [command, all] = outside ? [node, [cli, ...args]] : ['npm', args]
  const separator = process.platform === 'win32' ? ';' : ':'
  const PATH = (process.env.PATH ?? '')
    .split(separator)
    .filter((entry) => !entry.startsWith(modules))
    .join(separator)
  return new Promise((done) => {
    // npm's standard output goes to ours for errors, so that `--json` commands stay readable by machines.
    const child = spawn(command, all, {
      cwd: root,
      env: { ...process.env, PATH },
      stdio: ['ignore', 2, 2],
      shell: !outside,
    })
    child.on('error', () => done('that npm could not be started'))
    child.on('exit', (code, signal) => done(code ?? signal))
  })
}

/** Waits until no other process installs here; returns what ends our own turn. */
async function onlyOne() {
  const lock = join(root, 'out', 'installing')
  mkdirSync(dirname(lock), { recursive: true })
  for (let waited = 0; ; waited++) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return () => rmSync(lock, { force: true })
    } catch (problem) {
      if (problem.code !== 'EEXIST') throw problem
    }
    if (!isRunning(lock)) rmSync(lock, { force: true })
    else if (waited === 0) say('Another command is installing here: waiting for it.')
    await new Promise((done) => setTimeout(done, 500))
  }
}

function isRunning(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    // An empty file is a lock being written this very moment.
    if (pid) process.kill(pid, 0)
    return true
  } catch (problem) {
    return problem.code === 'EPERM'
  }
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

function pinnedVersion() {
  return packagesOf(join(root, 'package-lock.json'))?.['node_modules/node']?.version
}

function say(sentence) {
  process.stderr.write(`concordat: ${sentence}\n`)
}

function fail(sentence) {
  say(sentence)
  process.exit(1)
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [file, ...args] = process.argv.slice(2)
  if (file) await runPinned(file, args)
  else await install()
}
