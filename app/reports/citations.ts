/** Numbers the sources of a report in the order in which they are first named. */
import type { Source } from '#app/core/questionnaire.ts'

export type CitedSource = { readonly number: number; readonly title: string; readonly url: string | null; readonly date: string | null }
export type Citations = {
  /** The numbers of these sources; our own judgement is a source too. An id that is not listed is left out. */
  readonly cite: (ids: readonly string[]) => number[]
  /** Everything that was cited, in order of number. */
  readonly list: () => CitedSource[]
}

/** `judgement` is what our own judgement is called in the language of the page. */
export function citationsOf(sources: readonly Source[], judgement: string): Citations {
  const numbers = new Map<string, number>()
  return {
    cite: ids =>
      ids
        .filter(id => sources.some(source => source.id === id))
        .map(id => {
          const number = numbers.get(id) ?? numbers.size + 1
          numbers.set(id, number)
          return number
        })
        .sort((one, other) => one - other),
    list: () =>
      [...numbers].map(([id, number]) => {
        const source = sources.find(one => one.id === id)!
        if (source.strength === 'judgement') return { number, title: judgement, url: null, date: null }
        return { number, title: source.title, url: source.url, date: source.date ?? null }
      }),
  }
}
