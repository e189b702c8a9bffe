/** What the writer is told when too much or too little is asked, and when a table leads nowhere. */
import { describe, expect, it } from 'vitest'
import { sizes } from '#app/core/questionnaire.ts'
import type { Break } from '../fixtures/small-catalogue.ts'
import { broken, smallCatalogue, writeSmallCatalogue } from '../fixtures/small-catalogue.ts'
import { readFolder } from '../read.server.ts'

const sizesFromTwo = sizes.filter((size) => size !== '1')
const fewerThan27 =
  'ask at least 27 whatever is answered; what hangs on a kind of work has to be seen too when that is left open: ' +
  'say with not for which kinds it is silly'

const counts: Readonly<Record<string, Break>> = {
  'more for a company of one person than 22 questions': {
    file: 'sectors/bouw.yaml',
    change: [', showIf: { not: { profile: { field: size, in: ["1"] } } }', ''],
    at: '- { id: bouw-vraag1',
    message: '"bouw" asks a company of one person up to 23 scored questions',
    advice: "ask at most 22, the sector's own included: hide some from size 1 by showIf",
  },
  'a sector that asks some sizes too little': {
    file: 'sectors/bouw.yaml',
    change: ['not: { profile: { field: size, in: ["1"] } }', 'profile: { field: size, in: ["2-9"] }'],
    at: '- { id: bouw-vraag1',
    message:
      '"bouw" asks size 10-49 as few as 26, size 50-249 as few as 26, size 250+ as few as 26 scored questions in a full scan',
    advice: fewerThan27,
  },
  'a sector that asks too little of who left the kind of work open': {
    file: 'sectors/bouw.yaml',
    change: ['not: { profile: { field: size, in: ["1"] } }', 'answer: { question: wat-door, in: [anders] }'],
    at: '- { id: bouw-vraag1',
    message: `"bouw" asks ${sizesFromTwo.map((size) => `size ${size} as few as 26`).join(', ')} scored questions in a full scan`,
    advice: fewerThan27,
  },
}

describe('content as a whole', () => {
  it.each(Object.entries(counts))('is refused for %s', (_, change) => {
    const { changed, failure } = broken(change)
    expect(readFolder(writeSmallCatalogue(changed), 'any').failures).toContainEqual(failure)
  })

  const failuresOf = (file: string, change: (text: string) => string) => {
    const changed = change(smallCatalogue[file] ?? '')
    expect(changed).not.toBe(smallCatalogue[file])
    return readFolder(writeSmallCatalogue({ [file]: changed }), 'any').failures
  }

  it('is refused for a topic that too few questions are tagged with', () => {
    const line = (smallCatalogue['themes.yaml'] ?? '').split('\n').findIndex((text) => text.includes('id: ict')) + 1
    expect(failuresOf('core.yaml', (text) => text.replace('    quick: true\n    topics: [ict]', '    topics: [ict]'))).toEqual([
      {
        file: 'questionnaires/themes.yaml',
        line,
        column: 5,
        message: 'topic "ict" stands on 4 core questions, 1 of them quick',
        advice: 'tag at least 3 questions of core.yaml with it, 2 of them quick',
      },
    ])
  })

  it('is refused for a campaign scenario that too few questions are tagged with', () => {
    expect(failuresOf('core.yaml', (text) => text.replaceAll('topics: [ict], scenarios: [stroom]', 'topics: [ict]'))).toEqual([
      {
        file: 'questionnaires/scenarios.yaml',
        line: 2,
        column: 5,
        message: 'campaign scenario "stroom" stands on 3 scored core questions',
        advice: 'tag at least 4 scored questions of core.yaml with it',
      },
    ])
  })

  it('is refused for a quick scan that is too short for some size', () => {
    const failures = failuresOf('core.yaml', (text) =>
      text
        .replace('[oordeel], quick: true, options', '[oordeel], options')
        .replace('[oordeel], quick: true, options', '[oordeel], options'),
    )
    const few = sizes.map((size) => `size ${size} as few as 9`).join(', ')
    expect(failures).toMatchObject(
      inBoth((sector) => ({
        message: `"${sector}" asks ${few} scored questions in a quick scan`,
        advice: 'ask at least 10 whatever is answered: mark more questions as quick',
      })),
    )
  })

  it('is refused for a quick scan that is too long for some size', () => {
    const failures = failuresOf('core.yaml', (text) =>
      text.replaceAll('[oordeel], options', '[oordeel], quick: true, options'),
    )
    const many = sizes.map((size) => `size ${size} up to 20`).join(', ')
    expect(failures).toMatchObject(
      inBoth((sector) => ({
        message: `"${sector}" asks ${many} scored questions in a quick scan`,
        advice: 'ask at most 16: take quick out of some',
      })),
    )
  })

  it('is refused for a core that asks too much on its own', () => {
    const failures = failuresOf('core.yaml', (text) => {
      const question = text.split('\n').find((line) => line.includes('id: vraag19')) ?? ''
      const more = [21, 22, 23, 24].map((n) => question.replace('vraag19', `vraag${n}`)).join('\n')
      return text.replace(question, `${question}\n${more}`)
    })
    expect(failures.map((failure) => failure.message)).toContain(
      '"algemeen" asks size 2-9 up to 27, size 10-49 up to 27, size 50-249 up to 27, size 250+ up to 27 scored questions in a full scan',
    )
  })

  it('is refused for more musts than a sector may have', () => {
    const must = ', must: true, short: { nl: "Tekst", en: "Text" }, showIf'
    const failures = failuresOf('sectors/bouw.yaml', (text) =>
      text.replaceAll(', showIf', must).replace('effort: 8', 'effort: 3'),
    )
    expect(failures).toMatchObject([
      {
        file: 'questionnaires/sectors/bouw.yaml',
        message: 'question "bouw-vraag3" is must number 3',
        advice: 'a sector has at most 2 musts; take must out here or elsewhere',
      },
    ])
  })

  it('is refused for more musts than the core may have', () => {
    const failures = failuresOf('core.yaml', (text) =>
      text
        .replaceAll('sources: [oordeel], options', 'sources: [oordeel], must: true, short: { nl: "Tekst", en: "Text" }, options')
        .replace('effort: 8', 'effort: 3'),
    )
    expect(failures).toMatchObject([{ file: 'questionnaires/core.yaml', message: 'question "vraag17" is must number 7' }])
  })

  it('is refused for replaced options that take away what a condition of the core needs', () => {
    const failures = failuresOf('core.yaml', (text) =>
      text
        .replace('showIf: {', 'showIf: { any: [{ answer: { question: wat-door, in: [werk] } }, {')
        .replace('[half, ja] } }', '[half, ja] } }] }'),
    )
    expect(failures).toMatchObject([
      {
        file: 'questionnaires/sectors/bouw.yaml',
        line: 9,
        column: 14,
        message: 'a condition needs option "werk" of "wat-door", which is replaced away here',
        advice: 'keep an option with the id werk',
      },
    ])
  })

  it('is refused for a quick scan of more than five minutes, and a full one of more than fifteen', () => {
    const asked = 'type: endurance, resource: power, text: { nl: "'
    const messages = (words: number) =>
      failuresOf('core.yaml', (text) => text.replace(`${asked}Tekst`, asked + 'woord '.repeat(words).trim())).map(({ message }) => message)
    expect(messages(100)).toEqual([])
    expect(messages(1300)).toEqual([
      expect.stringMatching(/"algemeen" takes up to \d minutes in a quick scan/),
      expect.stringMatching(/"bouw" takes up to \d minutes in a quick scan/),
    ])
    expect(messages(3600).filter((message) => /takes up to \d\d minutes in a full scan/.test(message))).toHaveLength(2)
  })

  it('is refused for a trade that leads nowhere', () => {
    expect(failuresOf('trades.csv', (text) => text.replace(',bouw', ',bouww'))).toEqual([
      {
        file: 'questionnaires/trades.csv',
        line: 2,
        column: 1,
        message: 'trade "dakdekker" leads to sector "bouww", which does not exist',
        advice: 'did you mean bouw?',
      },
    ])
  })

  it('is refused for a municipality in a region that does not exist', () => {
    expect(failuresOf('municipalities.csv', (text) => text.replace('brabant-zuidoost', 'brabant-zuid'))).toMatchObject([
      {
        file: 'questionnaires/municipalities.csv',
        line: 2,
        column: 1,
        message: 'municipality "Nuenen, Gerwen en Nederwetten" lies in region "brabant-zuid", which does not exist',
      },
    ])
  })

  it('is refused for a name with a comma that does not stand in quotes', () => {
    expect(failuresOf('municipalities.csv', (text) => text.replaceAll('"', ''))).toMatchObject([
      {
        line: 2,
        message: 'there are 6 fields, 0 of them empty',
      },
    ])
  })
})

/** One failure in the core on its own and one in the sector, each with the name of its sector. */
function inBoth<Failure>(failure: (sector: string) => Failure) {
  return [
    { file: 'questionnaires/core.yaml', ...failure('algemeen') },
    { file: 'questionnaires/sectors/bouw.yaml', ...failure('bouw') },
  ]
}
