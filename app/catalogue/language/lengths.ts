/** Sentences are short: at most 22 words each, and 13 on average over the questions and options of a module. */
import type { Language } from '#app/core/questionnaire.ts'
import type { Content, Report } from '../content.ts'
import { quoted } from '../failure.ts'
import { sentencesOf, wordsIn } from './sentences.ts'
import type { WrittenText } from './written-texts.ts'
import { languages } from './written-texts.ts'

/** Words in one sentence, in any text. */
export const longestSentence = 22
/** Words in a sentence on average, over the questions and options of a module, in each language. */
export const longestMean = 13

const nameOf: Readonly<Record<Language, string>> = { nl: 'Dutch', en: 'English' }

export function checkLengths(content: Content, texts: readonly WrittenText[], report: Report): void {
  for (const { file, path, text } of texts) {
    for (const language of languages) {
      for (const sentence of sentencesOf(text[language])) {
        const words = wordsIn(sentence)
        if (words <= longestSentence) continue
        report(
          file,
          [...path, language],
          `a sentence of ${words} words: ${quoted(sentence)}`,
          `cut it in two: at most ${longestSentence} words`,
        )
      }
    }
  }
  for (const { module, ...means } of meanLengths(texts)) {
    const file = [content.core, ...content.sectors].find((one) => one.content.id === module)?.file
    for (const language of languages) {
      if (file === undefined || means[language] <= longestMean) continue
      report(
        file,
        ['questions'],
        `the ${nameOf[language]} sentences of the questions and options have ${means[language].toFixed(1)} words on average`,
        `shorten the longest ones: at most ${longestMean} on average`,
      )
    }
  }
}

export type MeanLength = { readonly module: string } & Readonly<Record<Language, number>>

/** Words in a sentence on average per module, over its questions and options; modules in the order of the texts. */
export function meanLengths(texts: readonly WrittenText[]): MeanLength[] {
  const asked = texts.filter(({ part }) => part === 'question' || part === 'option')
  return [...new Set(asked.map(({ module }) => module))].map((module) => {
    const mean = (language: Language): number => {
      const sentences = asked.filter((text) => text.module === module).flatMap(({ text }) => sentencesOf(text[language]))
      return sentences.reduce((sum, sentence) => sum + wordsIn(sentence), 0) / sentences.length
    }
    return { module, nl: mean('nl'), en: mean('en') }
  })
}

/** One line: "words in a sentence (nl/en): core 5.9/6.1 · bouw 7.8/8.2". */
export function meanLine(means: readonly MeanLength[]): string {
  return `words in a sentence (nl/en): ${means.map(({ module, nl, en }) => `${module} ${nl.toFixed(1)}/${en.toFixed(1)}`).join(' · ')}`
}
