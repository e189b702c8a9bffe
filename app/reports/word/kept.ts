/** Keeps the last outcomes of a function that costs much: the oldest makes room. */

/** `make`, and from memory for a key it was made for before; at most `most` are kept. */
export function onceOf<From, To>(most: number, make: (from: From) => To, keyOf: (from: From) => string): (from: From) => To {
  const kept = new Map<string, To>()
  return from => {
    const key = keyOf(from)
    const known = kept.get(key)
    if (known !== undefined) return known
    const made = make(from)
    const oldest = kept.size >= most ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    kept.set(key, made)
    return made
  }
}
