import { posix } from 'node:path'
import { scan } from './layers-scan.ts'

/** Who may import whom. A file obeys the row with the longest `files` its path starts with. */
export type Row = {
  /** A folder, or one file. */
  readonly files: string
  /** Folders or files of the project it may import from. */
  readonly from: readonly string[]
  /** Packages it may import; `any` leaves the choice to the decisions about dependencies. */
  readonly packages: readonly string[] | 'any'
  /** Node's own modules. */
  readonly node: readonly string[] | 'any'
}

const pure = { packages: ['temporal-polyfill'], node: [] } as const
const free = { packages: 'any', node: 'any' } as const

export const layers: readonly Row[] = [
  { files: 'src/domain', from: ['src/domain'], ...pure },
  { files: 'src/domain/policy', from: ['src/domain'], packages: ['temporal-polyfill', 'yaml'], node: [] },
  { files: 'src/domain/policy/schema.ts', from: ['src/domain'], packages: ['zod'], node: [] },
  { files: 'src/domain/hash.ts', from: [], packages: [], node: ['node:crypto'] },
  { files: 'src/store', from: ['src/store', 'src/domain'], ...free },
  { files: 'src/app', from: ['src/app', 'src/domain', 'src/store'], ...free },
  { files: 'src/web', from: ['src/web', 'src/app', 'src/domain'], ...free },
  { files: 'src/work', from: ['src/work', 'src/app', 'src/domain'], ...free },
  { files: 'src/cli', from: ['src/cli', 'src/app', 'src/domain', 'seeds'], ...free },
  // Where the program is put together.
  { files: 'src/cli/serving.ts', from: ['src/cli', 'src/app', 'src/domain', 'src/web', 'src/work', 'seeds'], ...free },
  { files: 'seeds', from: ['seeds', 'src/app', 'src/domain'], ...free },
  { files: 'policies', from: ['policies', 'src/domain'], ...free },
  { files: 'calendars', from: ['calendars', 'src/domain'], ...free },
  { files: 'bin', from: ['bin', 'src/cli/main.ts'], ...free },
]

/** The only files that may import what they have worked out: here, the package that holds PostgreSQL for this platform. */
const mayCompute = ['src/store/postgres/binaries.ts']

/** Names that ask the clock, chance or the surroundings, and the only files that may use them. */
export const asking: readonly {
  readonly name: string
  readonly pattern: RegExp
  readonly inside: string
  readonly except: readonly string[]
}[] = [
  ...['process', 'performance', 'fetch', 'crypto', 'setTimeout', 'setInterval', 'globalThis'].map((name) => ({
    name,
    pattern: new RegExp(`(?<![.\\w$])${name}\\s*[.([]`),
    inside: 'src/domain',
    except: [],
  })),
  { name: 'Math.random', pattern: /\bMath\s*\.\s*random\b/, inside: 'src/domain', except: [] },
  // A number of days to a date and back reads no clock.
  { name: 'new Date', pattern: /\bnew\s+Date\b/, inside: 'src/domain', except: ['src/domain/calendar/day-number.ts'] },
  { name: 'Date.now', pattern: /\bDate\s*\.\s*now\b/, inside: 'src', except: ['src/app/clock.ts'] },
  { name: 'Temporal.Now', pattern: /\bTemporal\s*\.\s*Now\b/, inside: 'src', except: ['src/app/clock.ts'] },
]

/** Everything these files (path → text) do against the tables above, one sentence each. Tests may import what they like. */
export function breaches(files: ReadonlyMap<string, string>): readonly string[] {
  const read = [...files].filter(([path]) => !/\.test(ing)?\.ts$/.test(path) && rowOf(path) !== undefined)
  if (read.length === 0) return ['No source file was read, so nothing was checked.']
  return read.flatMap(([path, text]) => {
    const { imports, unreadable, code } = scan(text)
    return [
      ...imports.filter((name) => !mayImport(path, name)).map((name) => `${path} imports ${name}`),
      ...unreadable
        .filter(() => path.startsWith('src/') && !mayCompute.includes(path))
        .map(() => `${path} imports something computed`),
      ...asking
        .filter(
          ({ inside, except, pattern }) =>
            path.startsWith(`${inside}/`) && !except.includes(path) && pattern.test(code),
        )
        .map(({ name }) => `${path} uses ${name}`),
    ]
  })
}

/** The first table as ARCHITECTURE.md quotes it. */
export function layersAsMarkdown(): string {
  const list = (names: readonly string[] | 'any') =>
    names === 'any' ? 'any' : names.length === 0 ? 'none' : names.map((name) => `\`${name}\``).join(', ')
  const rows = layers.map(
    (row) => `| \`${row.files}\` | ${list(row.from)} | ${list(row.packages)} | ${list(row.node)} |`,
  )
  return ['| Files in | may import from | packages | Node modules |', '|---|---|---|---|', ...rows].join('\n')
}

function mayImport(path: string, name: string): boolean {
  const row = rowOf(path)
  if (!row) return true
  if (name.startsWith('node:')) return row.node === 'any' || row.node.includes(name)
  if (!name.startsWith('.')) return row.packages === 'any' || row.packages.includes(name)
  const target = posix.join(posix.dirname(path), name)
  return row.from.some((place) => isIn(target, place))
}

function rowOf(path: string): Row | undefined {
  return layers.filter((row) => isIn(path, row.files)).sort((a, b) => b.files.length - a.files.length)[0]
}

function isIn(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`)
}
