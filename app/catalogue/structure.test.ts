/** What the writer of a file is told when it does not have the right form. */
import { describe, expect, it } from 'vitest'
import type { Break } from './fixtures/small-catalogue.ts'
import { broken, writeSmallCatalogue } from './fixtures/small-catalogue.ts'
import { written } from './failure.ts'
import { readFolder } from './read.server.ts'

const cases: Readonly<Record<string, Break>> = {
  'a score above 1 is named with its option and question': {
    file: 'core.yaml',
    change: ['score: 0.5', 'score: 1.2'],
    at: '1.2 }',
    message: 'option "half" of "noodplan" has score 1.2',
    advice: 'give a score between 0 and 1',
  },
  'a mistyped key is answered with the right one': {
    file: 'core.yaml',
    change: ['    must: true', '    musts: true'],
    at: 'musts',
    message: 'question "noodplan" has an unknown key "musts"',
    advice: 'did you mean must?',
  },
  'a key that nothing resembles is answered with the known ones': {
    file: 'themes.yaml',
    change: ['- { id: ict,', '- { kleur: rood, id: ict,'],
    at: 'kleur',
    message: 'topic "ict" has an unknown key "kleur"',
    advice: 'take it out; known here are id, title',
  },
  'a comma in an unquoted text is recognised': {
    file: 'core.yaml',
    change: ['label: { nl: "Tekst", en', 'label: { nl: Ja, vaak, en'],
    at: 'vaak,',
    message: 'the label of option "werk" of "wat-door" has an unknown key "vaak"',
    advice: 'put the text before it between double quotes: a comma between { } begins a new key',
  },
  'a missing translation is a failure': {
    file: 'core.yaml',
    change: ['title: { nl: "Tekst", en: "Text" }', 'title: { nl: "Tekst" }'],
    at: '{ nl: "Tekst" }',
    message: 'the title has no en',
    advice: 'write the English text; put it between double quotes',
  },
  'an empty text is a failure': {
    file: 'themes.yaml',
    change: ['nl: "Tekst"', 'nl: " "'],
    at: '" "',
    message: 'the title of theme "energie" has nl " "',
    advice: 'write the Dutch text; put it between double quotes',
  },
  'a number where a text belongs is a failure': {
    file: 'core.yaml',
    change: ['short: { nl: "Tekst"', 'short: { nl: 112'],
    at: '112',
    message: 'the short of "noodplan" has nl 112',
    advice: 'write the Dutch text; put it between double quotes',
  },
  'an id with capitals is refused': {
    file: 'core.yaml',
    change: ['id: noodplan', 'id: NoodPlan'],
    at: 'NoodPlan',
    message: 'question "NoodPlan" has id "NoodPlan"',
    advice: 'give it an id of lower-case letters, digits and hyphens, such as noodkaart-ophangen',
  },
  'a weight of 0 is refused': {
    file: 'core.yaml',
    change: ['weight: 2', 'weight: 0'],
    at: '0 }\n  - { id: vraag1',
    message: 'item "radio" of "voorraad" has weight 0',
    advice: 'give a weight above 0',
  },
  'a target of 0 hours is refused': {
    file: 'scenarios.yaml',
    change: ['target: 72', 'target: 0'],
    at: '0\n    extent',
    message: 'scenario "stroom" has target 0',
    advice: 'give a number of hours above 0',
  },
  'an effort that is no half hour is refused': {
    file: 'core.yaml',
    change: ['effort: 2', 'effort: 1.3'],
    at: '1.3',
    message: 'measure "plan-maken" has effort 1.3',
    advice: 'give the hours for the whole in halves, at least 0.5',
  },
  'an unknown cost is answered with the four there are': {
    file: 'core.yaml',
    change: ['cost: none', 'cost: cheap'],
    at: 'cheap',
    message: 'measure "plan-maken" has cost "cheap"',
    advice: 'choose one of none, under100, under1000, more',
  },
  'an unknown type of question is answered with the five there are': {
    file: 'core.yaml',
    change: ['type: choice', 'type: choise'],
    at: 'choise',
    message: 'question "noodplan" has type "choise"',
    advice: 'choose one of choice, checklist, endurance, tolerance, info',
  },
  'a mark that is no number of hours is refused': {
    file: 'core.yaml',
    change: ['[0, 4, 24]', '[0, 4, lang]'],
    at: 'lang',
    message: 'question "stilstand" has marks "lang"',
    advice: 'give hours of 0 or more, and unlimited for two weeks or longer',
  },
  'a measure without a lift is refused': {
    file: 'sectors/bouw.yaml',
    change: ['lifts: [{', 'lifts: [], x: [{'],
    at: '[], x',
    message: 'measure "bouw-doen" has an empty lifts',
    advice: 'name at least one question whose answer gets better',
  },
  'a condition with two keys is refused': {
    file: 'core.yaml',
    change: ['showIf: { answer:', 'showIf: { not: { profile: { field: size, in: ["1"] } }, answer:'],
    at: '{ not:',
    message: 'question "voorraad" has a showIf that does not fit',
    advice: 'give exactly one of profile, answer, all, any, not',
  },
  'a size without quotes is refused': {
    file: 'sectors/bouw.yaml',
    change: ['in: ["1"]', 'in: [1]'],
    at: '1] } } }',
    message: 'the showIf of "bouw-vraag1" has in 1',
    advice: 'list ids between square brackets; put a size between double quotes: ["1", "2-9"]',
  },
  'a version that is no version is refused': {
    file: 'sectors/bouw.yaml',
    change: ['version: 1.0.0', 'version: 1.0'],
    at: '1.0\n',
    message: 'the file has version 1',
    advice: 'give a version of three numbers, such as 1.0.0',
  },
  'a source without an address is refused': {
    file: 'sources.yaml',
    change: ['"https://example.org/meting"', 'example.org'],
    at: 'example.org',
    message: 'source "meting" has url "example.org"',
    advice: 'give an address that begins with https://, or a page of our own such as /over#oordeel',
  },
}

describe('a file of the wrong form', () => {
  it.each(Object.entries(cases))('%s', (_, change) => {
    const { changed, failure } = broken(change)
    expect(readFolder(writeSmallCatalogue(changed), 'any').failures).toContainEqual(failure)
  })

  it('is told where YAML itself stops reading', () => {
    const { changed } = broken({ file: 'core.yaml', change: ['id: core', 'id: [core'], at: '[core', message: '', advice: '' })
    const [first] = readFolder(writeSmallCatalogue(changed), 'any').failures
    expect(first).toMatchObject({ file: 'questionnaires/core.yaml', line: 2 })
    expect(first?.message).toMatch(/^cannot be read as YAML: /)
  })

  it('that is missing is named', () => {
    expect(readFolder(writeSmallCatalogue({ 'scenarios.yaml': null }), 'any').failures).toEqual([
      {
        file: 'questionnaires/scenarios.yaml',
        line: 1,
        column: 1,
        message: 'the file is missing',
        advice: 'write it as questionnaires/README.md says',
      },
    ])
  })

  it('is written down in one line that an editor can follow', () => {
    const { changed } = broken(cases['a score above 1 is named with its option and question'] as Break)
    const [failure] = readFolder(writeSmallCatalogue(changed), 'any').failures
    expect(failure && written(failure)).toMatch(
      /^questionnaires\/core\.yaml:\d+:\d+ option "half" of "noodplan" has score 1\.2 — give a score between 0 and 1$/,
    )
  })
})
