/** What the writer is told when too much or too little is asked, and when a table leads nowhere. */
import { describe, expect, it } from 'vitest'
import type { Break } from '../fixtures/small-catalogue.ts'
import { broken, smallCatalogue, writeSmallCatalogue } from '../fixtures/small-catalogue.ts'
import { readFolder } from '../read.server.ts'

const counts: Readonly<Record<string, Break>> = {
  'more for a company of one person than 22 questions': {
    file: 'sectors/bouw.yaml',
    change: [', showIf: { not: { profile: { field: size, in: ["1"] } } }', ''],
    at: '- { id: bouw-vraag1',
    message: '"bouw" asks a company of one person up to 23 scored questions',
    advice: "ask at most 22, the sector's own included: hide some from size 1 by showIf",
  },
  'a sector that asks too little': {
    file: 'sectors/bouw.yaml',
    change: ['not: { profile: { field: size, in: ["1"] } }', 'profile: { field: size, in: ["2-9"] }'],
    at: '- { id: bouw-vraag1',
    message: '"bouw" asks size 10-49 up to 26, size 50-249 up to 26, size 250+ up to 26 scored questions in a full scan',
    advice: 'ask between 27 and 34',
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

  it('is refused for a core that asks too much on its own', () => {
    const failures = failuresOf('core.yaml', (text) => {
      const question = text.split('\n').find((line) => line.includes('id: vraag19')) ?? ''
      const more = [20, 21, 22, 23, 24].map((n) => question.replace('vraag19', `vraag${n}`)).join('\n')
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
    expect(failures).toMatchObject([{ file: 'questionnaires/core.yaml', message: 'question "vraag8" is must number 7' }])
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
