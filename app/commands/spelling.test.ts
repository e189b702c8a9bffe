/** Which words a writer is told to look at, and where; and what a list of words must be. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentFolder } from '#app/catalogue/catalogue.server.ts'
import { written } from '#app/catalogue/failure.ts'
import { smallCatalogue, writeSmallCatalogue } from '#app/catalogue/fixtures/small-catalogue.ts'
import { checkSpelling } from './spelling.ts'

type Given = { readonly nl?: string; readonly en?: string; readonly words?: string; readonly wordsEn?: string; readonly message?: string }

/** The failures of the small catalogue with another text for the plan, these lists of words, and this one English message. */
async function failuresOf({ nl = 'Tekst', en = 'Text', words = '', wordsEn = '', message = 'Go on' }: Given) {
  const text = `{ nl: ${JSON.stringify(nl)}, en: ${JSON.stringify(en)} }`
  const core = (smallCatalogue['core.yaml'] ?? '').replace('type: choice\n    text: { nl: "Tekst", en: "Text" }', () => `type: choice\n    text: ${text}`)
  const folder = writeSmallCatalogue({ 'core.yaml': core })
  writeFileSync(path.join(folder, 'words.nl.txt'), words)
  writeFileSync(path.join(folder, 'words.en.txt'), wordsEn)
  const messages = path.join(folder, '../messages')
  mkdirSync(messages)
  writeFileSync(path.join(messages, 'site.en.json'), JSON.stringify({ site_name: message }, null, 2))
  const failures = await checkSpelling(folder, messages)
  return { failures, messages: failures.map(({ message }) => message), core, folder }
}

describe('The content and the messages of Paraat', () => {
  it('are spelt right, and their lists hold no word too many', async () => {
    expect((await checkSpelling(contentFolder(), path.resolve('app/i18n/messages'))).map(written)).toEqual([])
  })
})

describe('A word', () => {
  it('that the Dutch dictionary does not know is told with its place', async () => {
    const { failures, core } = await failuresOf({ nl: 'De klant belt de leverancer' })
    const lines = core.slice(0, core.indexOf('leverancer')).split('\n')
    expect(failures).toEqual([
      {
        file: 'questionnaires/core.yaml',
        line: lines.length,
        column: (lines.at(-1) ?? '').length + 1,
        message: '"leverancer" is not in the Dutch dictionary',
        advice: expect.stringMatching(/^did you mean .*leverancier.*\? Else add it to questionnaires\/words\.nl\.txt if it is right$/),
      },
    ])
  })

  it('is looked at in its own language', async () => {
    expect((await failuresOf({ nl: 'De leverancier', en: 'The supplier' })).messages).toEqual([])
    expect((await failuresOf({ nl: 'The supplier', en: 'De leverancier' })).messages).toEqual([
      '"supplier" is not in the Dutch dictionary',
      '"leverancier" is not in the British English dictionary',
    ])
  })

  it.each(['color', 'center', 'defense', 'traveling', 'organized', 'utilization', 'gray', 'moldy', 'analyze', 'curb', 'tires'])(
    'that only Americans write is refused: %s',
    async (word) => {
      expect((await failuresOf({ en: `The ${word} thing` })).messages).toEqual([expect.stringContaining(`"${word}" is`)])
    },
  )

  it.each(['colour', 'centre', 'travelling', 'organised', 'grey', 'mouldy', 'size', 'prize', 'seizing', 'capsized', 'oversized'])(
    'that the British write is right: %s',
    async (word) => {
      expect((await failuresOf({ en: `The ${word} thing` })).messages).toEqual([])
    },
  )

  it('may be a compound, begin a sentence, stand beside a number or be part of an address', async () => {
    const nl = 'Noodstroomaggregaat na de 4e dag, foto’s per e-mail: zie https://xqzt.nl/abcd of xqzt.nl'
    expect((await failuresOf({ nl, en: "The baker's 3rd oven, see xqzt-form.pdf" })).messages).toEqual([])
  })

  it('is looked for in the messages too, but for what stands in for something else', async () => {
    expect((await failuresOf({ message: 'Go on in {uurwerk}\nwith your scna' })).failures).toMatchObject([
      { line: 2, column: 47, message: '"scna" is not in the British English dictionary' },
    ])
  })
})

describe('A list of words', () => {
  it('makes a word right, with a capital at the beginning of a sentence too', async () => {
    expect((await failuresOf({ nl: 'Xqzt is een xqzt', words: 'xqzt\n' })).messages).toEqual([])
    expect((await failuresOf({ nl: 'Een xqzt', words: 'Xqzt\n' })).messages).toContain('"xqzt" is not in the Dutch dictionary')
    expect((await failuresOf({ en: "The Xqzt's door", wordsEn: 'Xqzt\n' })).messages).toEqual([])
  })

  it('holds no word that no text needs', async () => {
    expect((await failuresOf({ nl: 'Een leverancier', words: 'leverancier\nxqzt\n' })).failures).toMatchObject([
      { file: 'questionnaires/words.nl.txt', line: 1, message: 'no text needs "leverancier"' },
      { file: 'questionnaires/words.nl.txt', line: 2, message: 'no text needs "xqzt"' },
    ])
  })

  it('is in order, each word once, one a line', async () => {
    const nl = 'Aqzt bqzt'
    expect((await failuresOf({ nl, words: 'bqzt\nAqzt\n' })).messages).toEqual(['"Aqzt" comes after "bqzt"'])
    expect((await failuresOf({ nl, words: 'Aqzt\nbqzt\nbqzt\n' })).messages).toEqual(['"bqzt" stands here twice'])
    expect((await failuresOf({ nl, words: 'Aqzt bqzt\n' })).messages).toContain('"Aqzt bqzt" is not one word')
    expect((await failuresOf({ nl, words: 'Aqzt\nbqzt\n' })).messages).toEqual([])
  })
})
