/** A question can be answered at once: it asks one thing, and says no at most once in a sentence. */
import type { Language, Question } from '#app/core/questionnaire.ts'
import type { Report } from '../content.ts'
import { quoted } from '../failure.ts'
import { sentencesOf } from './sentences.ts'
import type { WrittenText } from './written-texts.ts'
import { languages } from './written-texts.ts'

const negatives: Readonly<Record<Language, readonly string[]>> = {
  nl: ['niet', 'geen', 'nooit', 'niemand', 'nergens', 'niets', 'niks', 'noch', 'onmogelijk', 'onbekend', 'onduidelijk', 'onbereikbaar'],
  en: ['not', 'cannot', 'never', 'nobody', 'nothing', 'nowhere', 'none', 'neither', 'nor', 'no', 'impossible', 'unable', 'unknown'],
}
const without: Readonly<Record<Language, string>> = { nl: 'zonder', en: 'without' }

/**
 * What says no without making a sentence harder: the answer "Nee, …", the names of the two special answers, and "niet zonder kunnen",
 * which everybody says.
 */
const harmless: Readonly<Record<Language, readonly RegExp[]>> = {
  nl: [
    /^nee\b,?/i,
    /\bniet (?:nodig|van toepassing)\b/gi,
    /\bniet zonder(?: \p{L}+){0,3} (?:kan|kun|kunt|kunnen|kon|konden)\b/giu,
    /\b(?:kan|kun|kunt|kunnen) (?:\p{L}+ )?niet zonder\b/giu,
  ],
  en: [/^no\b,?/i, /\bnot (?:needed|applicable)\b/gi, /\b(?:cannot|can't|could not) do without\b/gi, /\bno one\b/gi],
}

export function checkNegatives(texts: readonly WrittenText[], report: Report): void {
  for (const { file, path, text, part, question } of texts) {
    if (part !== 'question' && part !== 'option') continue
    for (const language of languages) {
      for (const sentence of sentencesOf(text[language])) {
        const found = negativesIn(sentence, language, question)
        if (found.length < 2) continue
        report(
          file,
          [...path, language],
          `${found.map(quoted).join(' and ')} in one sentence: ${quoted(sentence)}`,
          'say it with one no, or with none',
        )
      }
    }
  }
}

/** An endurance question is about the time without something: there "zonder" says no to nothing. */
function negativesIn(sentence: string, language: Language, question: Question | undefined): string[] {
  const rest = harmless[language].reduce((text, phrase) => text.replace(phrase, ' '), sentence)
  const words = (rest.match(/[\p{L}'’]+/gu) ?? []).map((word) => word.toLowerCase().replace('’', "'"))
  return words.filter(
    (word) =>
      negatives[language].includes(word) ||
      (word === without[language] && question?.type !== 'endurance') ||
      (language === 'en' && word.endsWith("n't")),
  )
}

/** What surely asks two things: two at once by a stroke, or a second question word after "en". */
const both: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(?:en\/of|of\/en|en (?:wie|wat|waar|waarmee|waarom|wanneer|hoe|hoeveel|welke?))(?!\p{L})/iu,
  en: /(?<!\p{L})(?:and\/or|or\/and|and (?:who|whom|what|where|why|when|how|which))(?!\p{L})/iu,
}

export function checkOneThing(texts: readonly WrittenText[], report: Report): void {
  for (const { file, path, text, asks, part } of texts) {
    for (const language of languages) {
      const said = text[language]
      // A stroke is as bad in an answer; a second question word is not.
      const stroke = part === 'option' ? /(?:en\/of|and\/or)/i.exec(said)?.[0] : undefined
      const second = asks ? both[language].exec(said)?.[0] : undefined
      const found = stroke ?? second
      if (found !== undefined) {
        report(file, [...path, language], `${quoted(found)} asks two things: ${quoted(said)}`, 'ask one, or make two of it')
      } else if (asks && said.split('?').length > 2) {
        report(file, [...path, language], `two questions in one: ${quoted(said)}`, 'ask one of them')
      }
    }
  }
}
