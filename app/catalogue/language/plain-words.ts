/** Plain words: none that we avoid, and none of departments and crisis teams where somebody who works alone can read it. */
import type { Report } from '../content.ts'
import { quoted } from '../failure.ts'
import type { Path } from '../yaml-file.ts'
import type { Avoided } from './words-to-avoid.ts'
import { avoided, sillyForOne } from './words-to-avoid.ts'
import type { Part, WrittenText } from './written-texts.ts'
import { languages } from './written-texts.ts'

export function checkWords(texts: readonly WrittenText[], report: Report): void {
  for (const { file, path, text } of texts) {
    for (const language of languages) {
      for (const { found, instead } of wordsAmong(text[language], avoided[language])) {
        report(file, [...path, language], `${quoted(found)} is a word that we do not use`, `write ${instead}`)
      }
    }
  }
}

export function checkSizeOne(texts: readonly WrittenText[], report: Report): void {
  for (const { file, path, text, part } of texts.filter((one) => one.seenByOne)) {
    for (const language of languages) {
      for (const { found, instead } of wordsAmong(text[language], sillyForOne[language])) {
        report(
          file,
          [...path, language],
          `${quoted(found)} is shown to a company of one person`,
          `write ${instead}${wayOut(part, path)}`,
        )
      }
    }
  }
}

/** What else than another word helps; nothing where the text is already for one person. */
function wayOut(part: Part, path: Path): string {
  const key = String(path.at(-1))
  if (/sizeOne$/i.test(key)) return ''
  if (key === 'help') return ': the line under a question is read by every size'
  return everySize[part] ?? ', or give it a wording for one person'
}

/** Texts without a wording of their own for one person. */
const everySize: Readonly<Partial<Record<Part, string>>> = {
  scene: ': a scene is read by every size',
  scenario: ': a scenario is read by every size',
  theme: ': a theme is read by every size',
  name: ': this has no wording for one person',
  reason: ': this has no wording for one person',
}

/** Each avoided word once, as it stands in the text. */
function wordsAmong(text: string, words: readonly Avoided[]): { found: string; instead: string }[] {
  return words.flatMap(({ pattern, instead }) => {
    const found = pattern.exec(text)?.[0]
    return found === undefined ? [] : [{ found, instead }]
  })
}
