/** Files that are checked in and made by a program. `npm run check` runs each command with `--check`: stale is a failure. */
export const generated: readonly { readonly name: string; readonly command: readonly string[] }[] = [
  { name: 'styles', command: ['bin/styles.mjs'] },
  { name: 'policy-schema', command: ['bin/concordat.mjs', 'policy', 'schema'] },
  { name: 'policy-docs', command: ['bin/policy-docs.ts'] },
]
