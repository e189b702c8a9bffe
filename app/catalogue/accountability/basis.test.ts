/** On the accountability page every question of every sector can be found, under a source or as our own judgement. */
import { describe, expect, it } from 'vitest'
import { isScored } from '#app/core/questionnaire.ts'
import { loadCatalogue } from '../catalogue.server.ts'
import { accountabilityView, levelViews } from './accountability-view.ts'
import { basisOf, strengthOf } from './basis.ts'
import type { ClaimList } from './sources-view.ts'
import { judgementGroups, sourceGroups, strengthRows } from './sources-view.ts'

const catalogue = loadCatalogue()
const questionnaires = catalogue.sectors.map(({ id }) => catalogue.questionnaire(id))
const basis = basisOf(questionnaires)
const codesOf = (lists: readonly ClaimList[], kind: string) => lists.filter((list) => list.kind === kind).flatMap((list) => list.claims.map((claim) => claim.code))

describe('what a question rests on', () => {
  it.each(questionnaires.map((questionnaire) => [questionnaire.sector.id, questionnaire] as const))('can be found for every scored question of %s', (_, questionnaire) => {
    const sourced = sourceGroups(basis).map((group) => ({ id: group.id, codes: group.sources.flatMap((source) => codesOf(source.lists, 'question')) }))
    const judged = judgementGroups(basis).map((group) => ({ id: group.id, codes: codesOf(group.lists, 'question') }))
    for (const { id, module } of questionnaire.questions.filter(isScored)) {
      const found = [...sourced, ...judged].filter((group) => group.id === module && group.codes.includes(id))
      expect(found, id).toHaveLength(1)
    }
  })

  it('can be found for every measure, every step of a timeline and every suggestion', () => {
    const lists = [...sourceGroups(basis).flatMap((group) => group.sources.flatMap((source) => source.lists)), ...judgementGroups(basis).flatMap((group) => group.lists)]
    const measures = new Set(codesOf(lists, 'measure'))
    const texts = new Set(lists.flatMap((list) => list.claims.map((claim) => claim.text)))
    for (const questionnaire of questionnaires) {
      expect(questionnaire.measures.filter(({ id }) => !measures.has(id)).map(({ id }) => id)).toEqual([])
      const steps = questionnaire.scenarios.flatMap((scenario) => scenario.timeline.map((step) => step.text.nl))
      expect([...steps, ...(questionnaire.suggestedTolerance === undefined ? [] : [questionnaire.suggestedTolerance.reason.nl])].filter((one) => !texts.has(one))).toEqual([])
    }
  })

  it('names every source that anything rests on, where it is used', () => {
    const shown = new Set(sourceGroups(basis).flatMap((group) => group.sources.map((source) => `${group.id} ${source.id}`)))
    const used = new Set(basis.claims.flatMap((claim) => claim.sources.filter((source) => source !== 'oordeel').map((source) => `${claim.module} ${source}`)))
    expect(shown).toEqual(used)
  })

  it('is two sources or more only where two are named or the source itself was found twice', () => {
    const sources = new Map(basis.sources.map((source) => [source.id, source]))
    const [once] = basis.sources.filter((source) => source.strength === 'c1')
    const [twice] = basis.sources.filter((source) => source.strength === 'c2')
    const another = basis.sources.find((source) => source.strength === 'c1' && source !== once)
    expect(strengthOf({ sources: ['oordeel'] }, sources)).toBe('judgement')
    expect(strengthOf({ sources: [once!.id, 'oordeel'] }, sources)).toBe('one')
    expect(strengthOf({ sources: [once!.id, another!.id] }, sources)).toBe('more')
    expect(strengthOf({ sources: [twice!.id] }, sources)).toBe('more')
  })

  it('adds up: every scored question is counted once, in the table and in the heading', () => {
    const all = new Set(questionnaires.flatMap((one) => one.questions.filter(isScored).map((question) => question.id))).size
    const { figures, total } = accountabilityView(catalogue)
    for (const row of strengthRows(basis)) expect(row.more + row.one + row.judgement, row.id).toBe(row.all)
    expect(total.all).toBe(all)
    expect(figures.sourced + figures.judged).toBe(all)
  })
})

describe('the rules on the page', () => {
  it('has the bounds of the levels that the scoring has', () => {
    expect(levelViews().map(({ from, to }) => [from, to])).toEqual([
      [0, 19],
      [20, 39],
      [40, 59],
      [60, 79],
      [80, 100],
    ])
  })

  it('tells of three scenarios and four topics, each with the questions that belong to it', () => {
    const { campaign, topics } = accountabilityView(catalogue)
    expect(campaign.map(({ hours }) => hours)).toEqual(['72 uur', '72 uur', '2 weken'])
    expect(topics).toHaveLength(4)
    for (const { title, questions } of topics) expect(questions, title).toBeGreaterThanOrEqual(3)
  })

  it('asks at least 8 hours of a company that can stand still for the whole disruption', () => {
    expect(accountabilityView(catalogue).floor.map(({ needed, floor }) => [needed, floor])).toEqual([
      ['72 uur', false],
      ['64 uur', false],
      ['48 uur', false],
      ['24 uur', false],
      ['8 uur', true],
    ])
  })
})
