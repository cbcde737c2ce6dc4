/** Remembers one more, and forgets everything first when there are very many: what is read again is only slower. */
export function keepFew<V>(known: Map<string, V>, key: string, value: V, most = 200): void {
  if (known.size >= most && !known.has(key)) known.clear()
  known.set(key, value)
}
