/** Tests for the one sentence that each scenario comes to. */
import { describe, expect, it } from 'vitest'
import type { Scenario } from '#app/core/questionnaire.ts'
import type { ScenarioResult } from '#app/core/result.ts'
import { findingOf, neededSentence, worstOf } from './findings.ts'
import { company, withLanguage } from './test-companies.ts'

const scenarios = company('bakkerij-de-korenaar').questionnaire.scenarios
const power = scenarios.find(one => one.id === 'stroom')!

function told(result: Partial<ScenarioResult>, mode: 'quick' | 'full' = 'full', scenario: Scenario = power, language: 'nl' | 'en' = 'nl') {
  const all: ScenarioResult = {
    id: scenario.id, endurance: 4, weakest: 'power', known: true, open: [], needed: 48, coverage: 4 / 48, short: 44, readiness: 50, ...result,
  }
  return withLanguage(language, () => findingOf(scenario, all, mode))
}

describe('the finding of a scenario', () => {
  it('says when the company stops and how long it would have to last', () => {
    expect(told({})).toEqual({ kind: 'stops', heading: 'Zonder stroom stop je na 4 uur. 48 uur heb je nodig.' })
    expect(told({}, 'full', power, 'en').heading).toBe('Without power you stop after 4 hours. You need 48 hours.')
  })

  it('says that the company stops at once when it answered 0 hours', () => {
    expect(told({ endurance: 0, short: 48, coverage: 0 }).heading).toBe('Zonder stroom stop je meteen. 48 uur heb je nodig.')
  })

  it('never says that a company stops after 0 hours when that is only counted so until it knows', () => {
    const finding = told({ endurance: 0, known: false, short: 48, coverage: 0 })
    expect(finding).toEqual({ kind: 'unknown', heading: 'Je weet nog niet hoe lang je doorgaat zonder stroom. We rekenen met 0 uur tot je het weet.' })
    expect(told({ endurance: 2, known: false }).heading).toBe(finding.heading)
    expect(told({ endurance: 0, known: false }, 'full', power, 'en').heading).not.toMatch(/you stop/)
  })

  it('says that a company lasts long enough', () => {
    expect(told({ endurance: 48, short: 0, coverage: 1 })).toEqual({ kind: 'lasts', heading: 'Zonder stroom houd je het 48 uur vol. Genoeg, want 48 uur heb je nodig.' })
  })

  it('says "two weeks or longer" and no number where there is no end', () => {
    expect(told({ endurance: 'unlimited', weakest: null, short: 0, coverage: 1 })).toEqual({ kind: 'unlimited', heading: 'Zonder stroom houd je het twee weken of langer vol.' })
  })

  it('says that a quick scan asked nothing about it, instead of giving a number', () => {
    const nothing = { endurance: null, weakest: null, coverage: null, short: null }
    expect(told(nothing, 'quick')).toEqual({ kind: 'notAsked', heading: 'Drie dagen of langer geen stroom: daar vroeg deze snelle scan niets over.' })
    expect(told({ ...nothing, open: ['power'] }).kind).toBe('open')
  })

  it('gives an upper bound while questions are open', () => {
    expect(told({ open: ['telecom'] }).heading).toBe('Zonder stroom stop je uiterlijk na 4 uur. 48 uur heb je nodig.')
    expect(told({ open: ['telecom'], endurance: 60, short: 0, coverage: 1 }).heading).toBe('Zonder stroom houd je het hoogstens 60 uur vol. 48 uur heb je nodig.')
  })
})

describe('the hours that are needed', () => {
  const sentence = (target: number, tolerance: number, need: number, unknown = false) => withLanguage('nl', () => neededSentence(target, tolerance, need, unknown))

  it('are what is left of the disruption after what may lie still', () => {
    expect(sentence(72, 24, 48)).toBe('Een storing duurt 72 uur. Je kunt 24 uur stilliggen. Dus 48 uur moet je volhouden.')
  })

  it('are the whole disruption when nothing may lie still, or that is not known', () => {
    expect(sentence(72, 0, 72)).toBe('Een storing duurt 72 uur. Stilliggen kan niet. Dus 72 uur moet je volhouden.')
    expect(sentence(72, 0, 72, true)).toContain('is niet bekend')
  })

  it('are never less than one working day, and the report says why', () => {
    expect(sentence(72, 72, 8)).toBe('Je kunt 72 uur stilliggen. We rekenen toch met 8 uur: één werkdag om veilig te stoppen en iedereen te bereiken.')
  })
})

describe('the scenario of page one', () => {
  const pair = (id: string, coverage: number | null, known = true) => {
    const scenario = scenarios.find(one => one.id === id)!
    return { scenario, result: { id, endurance: coverage, weakest: null, known, open: [], needed: 1, coverage, short: null, readiness: null } as ScenarioResult }
  }

  it('is the one of the campaign that covers the least', () => {
    expect(worstOf([pair('stroom', 0.5), pair('internet', 0.2), pair('conflict', 1), pair('water', 0)])?.scenario.id).toBe('internet')
  })

  it('is a known one where two cover as little, then the first', () => {
    expect(worstOf([pair('stroom', 0, false), pair('internet', 0), pair('conflict', 0)])?.scenario.id).toBe('internet')
    expect(worstOf([pair('stroom', 1), pair('internet', 1)])?.scenario.id).toBe('stroom')
  })

  it('is one that was asked about before one that was not', () => {
    expect(worstOf([pair('stroom', null), pair('internet', 0.9)])?.scenario.id).toBe('internet')
  })
})
