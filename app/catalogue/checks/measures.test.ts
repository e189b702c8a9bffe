/** What the writer is told when a measure raises nothing, or when somebody is left without one. */
import { describe, expect, it } from 'vitest'
import type { Break } from '../fixtures/small-catalogue.ts'
import { broken, writeSmallCatalogue } from '../fixtures/small-catalogue.ts'
import { readFolder } from '../read.server.ts'

const measures: Readonly<Record<string, Break>> = {
  'a lift on a question that does not exist': {
    file: 'core.yaml',
    change: ['question: noodplan, option', 'question: noodplam, option'],
    at: 'noodplam',
    message: 'a lift of measure "plan-maken" names question "noodplam", which does not exist',
    advice: 'did you mean noodplan?',
  },
  'a lift on a question that is not scored': {
    file: 'core.yaml',
    change: ['question: noodplan, option: ja', 'question: wat-door, option: werk'],
    at: 'wat-door, option',
    message: 'a lift of measure "plan-maken" names "wat-door", which is not scored',
    advice: 'name a choice, a checklist or an endurance question',
  },
  'a lift to an option that does not exist': {
    file: 'core.yaml',
    change: ['option: h24', 'option: h25'],
    at: 'h25',
    message: 'a lift of measure "plan-maken" names "h25", which is no answer to "zonder-stroom"',
    advice: 'did you mean h24?',
  },
  'a lift to the worst option': {
    file: 'core.yaml',
    change: ['option: h24', 'option: h0'],
    at: 'h0 }',
    message: 'a lift of measure "plan-maken" names "h0" of "zonder-stroom", which raises no answer',
    advice: 'name an option that scores more, or gives more hours',
  },
  'a lift of a checklist by an option': {
    file: 'core.yaml',
    change: ['items: [lamp]', 'option: lamp'],
    at: '{ question: voorraad',
    message: 'a lift of measure "plan-maken" on checklist "voorraad" does not give items',
    advice: 'give items: [ … ] and no option',
  },
  'a scored question without a measure': {
    file: 'core.yaml',
    change: ['      - { question: voorraad, items: [lamp] }\n', ''],
    at: 'id: voorraad',
    message: 'question "voorraad" has no measure for size 1, 2-9, 10-49, 50-249, 250+',
    advice: 'add a measure that lifts it and exists for that size, or widen the showIf of one',
  },
  'a question whose measures leave out a size that sees it': {
    file: 'sectors/bouw.yaml',
    change: ['cost: none', 'showIf: { profile: { field: size, in: ["2-9", "10-49", "250+"] } }, cost: none'],
    at: '{ id: bouw-vraag1',
    message: 'question "bouw-vraag1" has no measure for size 50-249',
    advice: 'add a measure that lifts it and exists for that size, or widen the showIf of one',
  },
  'a must that only a big measure fixes': {
    file: 'core.yaml',
    change: ['effort: 2', 'effort: 4.5'],
    at: 'id: noodplan',
    message: 'must "noodplan" is fixed by no measure of at most 4 hours for size 1, 2-9, 10-49, 50-249, 250+',
    advice: 'add a measure with effort up to 4 that brings it to half its score or more',
  },
  'a lift that nobody can use': {
    file: 'sectors/bouw.yaml',
    change: [
      'measures:\n',
      'measures:\n  - { id: alleen, theme: crisis, title: { nl: a, en: b }, firstStep: { nl: a, en: b }, minutes: 5, effort: 1, cost: none, sources: [oordeel], showIf: { profile: { field: size, in: ["1"] } }, lifts: [{ question: bouw-vraag1, option: ja }] }\n',
    ],
    at: '{ question: bouw-vraag1',
    message: 'measure "alleen" lifts "bouw-vraag1", which no size that the measure is for can see',
    advice: 'take the lift out, or widen the showIf of the measure or the question',
  },
}

describe('measures that do not help', () => {
  it.each(Object.entries(measures))('are refused for %s', (_, change) => {
    const { changed, failure } = broken(change)
    expect(readFolder(writeSmallCatalogue(changed), 'any').failures).toContainEqual(failure)
  })
})
