/** "Is the child on a protection plan?" answered yes, as a fact: "On a protection plan". Nothing where that cannot be said without guessing. */
export function questionTurned(ask: string): string | undefined {
  const [, rest] = /^(?:Is|Are) (?:the|a) (?:child|adult|person) (.+)\?$/.exec(ask) ?? []
  return rest === undefined ? undefined : rest.charAt(0).toUpperCase() + rest.slice(1)
}
