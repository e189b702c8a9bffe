/** The words of a language that are right though the dictionary does not know them, one a line, in order. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Failure } from '#app/catalogue/failure.ts'
import type { Language } from '#app/core/questionnaire.ts'

export type WordList = {
  /** as the writer knows it: questionnaires/words.nl.txt */
  readonly name: string
  /** whether the word stands in it, as it is or with a small first letter; from then on it counts as used */
  readonly has: (word: string) => boolean
  /** lines that are no single word, out of order, there twice, or used nowhere: asked once every text has been read */
  readonly failures: () => Failure[]
}

/** How a list is put in order. */
export function compareWords(a: string, b: string): number {
  return a.localeCompare(b, 'nl')
}

/** Reads words.<language>.txt in `folder`; throws when it is not there. */
export function readWordList(folder: string, language: Language): WordList {
  const file = `words.${language}.txt`
  const name = `${path.basename(folder)}/${file}`
  const lines = readFileSync(path.join(folder, file), 'utf8').replace(/\n$/, '').split('\n')
  const words = new Set(lines)
  const used = new Set<string>()
  const marked = (word: string): boolean => words.has(word) && used.add(word) !== undefined
  const failureAt = (index: number): Pick<Failure, 'message' | 'advice'> | undefined => {
    const word = lines[index] ?? ''
    const before = lines[index - 1]
    if (!/^\p{L}+(?:'\p{L}+)*$/u.test(word)) {
      return { message: `"${word}" is not one word`, advice: 'write one word a line, each part of a word with a hyphen on its own' }
    }
    if (lines.indexOf(word) < index) return { message: `"${word}" stands here twice`, advice: 'take one of them out' }
    if (before !== undefined && compareWords(before, word) > 0) {
      return { message: `"${word}" comes after "${before}"`, advice: 'put the words in order' }
    }
    return used.has(word) ? undefined : { message: `no text needs "${word}"`, advice: 'take it out' }
  }
  return {
    name,
    has: (word) => marked(word) || marked(`${word.slice(0, 1).toLowerCase()}${word.slice(1)}`),
    failures: () =>
      lines.flatMap((_, index) => {
        const failure = lines.length === 1 && lines[0] === '' ? undefined : failureAt(index)
        return failure === undefined ? [] : [{ file: name, line: index + 1, column: 1, ...failure }]
      }),
  }
}
