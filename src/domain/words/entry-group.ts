import type { Entry } from '../case/entry.ts'

/** The filters of the record that an entry answers to. */
export type EntryGroup = 'both' | 'agency' | 'private' | 'talks' | 'concordat'

export function entryGroup(entry: Entry): readonly EntryGroup[] {
  return [
    audienceGroup(entry),
    ...(isTalk(entry) ? (['talks'] as const) : []),
    ...(entry.by === 'concordat' ? (['concordat'] as const) : []),
  ]
}

function audienceGroup({ audience }: Entry): EntryGroup {
  switch (audience.to) {
    case 'parties':
      return 'both'
    case 'agency':
      return 'agency'
    case 'people':
    case 'board':
    case 'panel':
      return 'private'
  }
}

const talks: ReadonlySet<Entry['what']['kind']> = new Set(['discussed', 'met', 'replied', 'reply weighed', 'consulted'])
const isTalk = (entry: Entry): boolean => talks.has(entry.what.kind)
