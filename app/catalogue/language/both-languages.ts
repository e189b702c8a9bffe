/** Both languages are written: not the same sentence twice, and no word of the one inside the other. */
import type { Language } from '#app/core/questionnaire.ts'
import type { Report } from '../content.ts'
import { quoted } from '../failure.ts'
import { wordsIn } from './sentences.ts'
import type { WrittenText } from './written-texts.ts'
import { languages } from './written-texts.ts'

/** A text of so many words may be the same in both languages: a name, a word that both have. */
const mostSame = 3

/** Small words that only this language has; what the other has too (of, in, is, over, we, die, van, met, was) is not among them. */
const smallWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: new Set([
    ...['het', 'een', 'één', 'niet', 'geen', 'voor', 'zijn', 'wordt', 'worden', 'naar', 'ook', 'maar', 'dat', 'deze', 'dit', 'jouw'],
    ...['wij', 'hebben', 'heeft', 'bij', 'uit', 'zonder', 'als', 'nog', 'hoe', 'wie', 'wat', 'waar', 'welke', 'je', 'op', 'aan', 'en'],
  ]),
  en: new Set([
    ...['the', 'and', 'with', 'from', 'your', 'you', 'not', 'this', 'that', 'for', 'have', 'has', 'what', 'when', 'which', 'who'],
    ...['how', 'without', 'by', 'to', 'our', 'it', 'as', 'an', 'they', 'are', 'does', 'there', 'where'],
  ]),
}
/** Expressions that a language took in whole. */
const takenIn: Readonly<Record<Language, readonly RegExp[]>> = { nl: [/\bbed and breakfasts?\b/gi], en: [/\ben (?:suite|route)\b/gi] }
const nameOf: Readonly<Record<Language, string>> = { nl: 'Dutch', en: 'English' }

export function checkLanguages(texts: readonly WrittenText[], report: Report): void {
  for (const { file, path, text } of texts) {
    if (text.nl.trim() === text.en.trim() && wordsIn(text.nl) > mostSame) {
      report(file, [...path, 'en'], `${quoted(text.en)} is the same in both languages`, 'write the English text')
      continue
    }
    for (const language of languages) {
      const other = language === 'nl' ? 'en' : 'nl'
      const found = foreignWord(text[language], language, smallWords[other])
      if (found === undefined) continue
      report(file, [...path, language], `${quoted(found)} is ${nameOf[other]}`, `write this text in ${nameOf[language]}`)
    }
  }
}

function foreignWord(text: string, language: Language, foreign: ReadonlySet<string>): string | undefined {
  const own = takenIn[language].reduce((rest, phrase) => rest.replace(phrase, ''), text)
  return (own.match(/[\p{L}'’]+/gu) ?? []).find((word) => foreign.has(word.toLowerCase()))
}
