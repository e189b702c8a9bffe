/** Where a sentence ends, and what counts as a word. */
import { describe, expect, it } from 'vitest'
import { sentencesOf, wordsIn } from './sentences.ts'

describe('A sentence', () => {
  it.each([
    ['De stroom is uit. De lamp ook.', ['De stroom is uit.', 'De lamp ook.']],
    ['Wie belt? Wie komt? Niemand.', ['Wie belt?', 'Wie komt?', 'Niemand.']],
    ['“Kom je?” Ja.', ['“Kom je?”', 'Ja.']],
    ['Wacht… Dan pas.', ['Wacht…', 'Dan pas.']],
    ['Zoveel weet je nu. 8 uur is genoeg.', ['Zoveel weet je nu.', '8 uur is genoeg.']],
    ['Zonder punt', ['Zonder punt']],
  ])('ends where a new one begins: "%s"', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences)
  })

  it.each([
    'Om 9.00 uur is 2,5 liter genoeg voor 1.234 man.',
    'Denk o.a. Aan brood.',
    'Vraag dr. Bos en mevr. J. Bos.',
    'Kijk op www.voorbeeld.nl/stroom of bel.',
    'Roep "wie is daar?" en wacht.',
    'Zet erop: naam, nummer, adres; en de datum.',
  ])('goes on after what only looks like an end: "%s"', (text) => {
    expect(sentencesOf(text)).toEqual([text])
  })
})

describe('A word', () => {
  it('stands between blanks and has a letter or a digit', () => {
    expect(wordsIn('Wat je doet – en/of laat – om 9.00 uur: zie https://voorbeeld.nl/a?b=c.')).toBe(10)
    expect(wordsIn("Bel 's ochtends de ICT-leverancier")).toBe(5)
  })
})
