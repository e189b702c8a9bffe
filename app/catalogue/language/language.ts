/** The language of the content: short sentences, plain words, both languages, questions that ask one thing. */
import type { Content, Report } from '../content.ts'
import type { Failure } from '../failure.ts'
import { inOrder } from '../failure.ts'
import { checkLanguages } from './both-languages.ts'
import type { MeanLength } from './lengths.ts'
import { checkLengths, meanLengths } from './lengths.ts'
import { checkNegatives, checkOneThing } from './plain-questions.ts'
import { checkSizeOne, checkWords } from './plain-words.ts'
import { writtenTexts } from './written-texts.ts'

export type LanguageCheck = {
  /** in the order of a reader */
  readonly failures: readonly Failure[]
  readonly means: readonly MeanLength[]
}

/** Checks every text of the content that people read; titles of sources are as they are. Throws nothing. */
export function checkLanguage(content: Content): LanguageCheck {
  const failures: Failure[] = []
  const report: Report = (file, at, message, advice) => failures.push({ file: file.name, ...file.place(at), message, advice })
  const texts = writtenTexts(content)
  checkLengths(content, texts, report)
  checkWords(texts, report)
  checkLanguages(texts, report)
  checkNegatives(texts, report)
  checkOneThing(texts, report)
  checkSizeOne(texts, report)
  return { failures: inOrder(failures), means: meanLengths(texts) }
}
