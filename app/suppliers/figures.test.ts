/** Adding up: a supplier's hours and a company's own, and what of a result can be sent. */
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '#app/catalogue/catalogue.server.ts'
import { count } from '#app/core/counted.ts'
import type { Answer } from '#app/core/answers.ts'
import type { ScenarioResult } from '#app/core/result.ts'
import { overwriteGetLocale } from '#app/i18n/paraglide/runtime.js'
import { figuresOf, ownSupplies, sameFigures, together } from './figures.ts'
import { figureWords } from './supplier-view.ts'

const lasts = (hours: number | 'unlimited') => ({ kind: 'lasts', hours }) as const

describe('a figure', () => {
  const scenario = (given: Partial<ScenarioResult>): ScenarioResult => ({ id: 'stroom', endurance: 4, weakest: 'power', known: true, open: [], needed: 72, coverage: 0, short: 68, readiness: null, ...given })
  it('is sent where answers decide it, and stays behind where "weet ik niet" or an open question does', () => {
    const scenarios = [scenario({ id: 'a' }), scenario({ id: 'b', known: false, endurance: 0 }), scenario({ id: 'c', open: ['water'] }), scenario({ id: 'd', endurance: null }), scenario({ id: 'e', endurance: 'unlimited' })]
    expect(figuresOf({ scenarios })).toEqual({ a: 4, e: 'unlimited' })
  })
  it('differs when one scenario is more, less or other', () => {
    expect(sameFigures({ a: 4 }, { a: 4 })).toBe(true)
    expect(sameFigures({ a: 4 }, { a: 8 })).toBe(false)
    expect(sameFigures({ a: 4 }, { a: 4, b: 1 })).toBe(false)
    expect(sameFigures(null, {})).toBe(false)
  })
})

describe('the sum', () => {
  it('adds the hours, is unlimited where one of them is, and is nothing where the own answer is not known', () => {
    expect(together(24, lasts(48))).toBe(72)
    expect(together(0.1, lasts(0.2))).toBe(0.3)
    expect(together('unlimited', lasts(0))).toBe('unlimited')
    expect(together(24, lasts('unlimited'))).toBe('unlimited')
    expect(together(24, { kind: 'unknown' })).toBeNull()
  })
  it('is said in one line', () => {
    overwriteGetLocale(() => 'nl')
    expect(Object.values(figureWords(24, lasts(48)))).toEqual(['Levert nog 24 uur', 'jij houdt het daarna 48 uur vol', 'samen 72 uur'])
    expect(Object.values(figureWords(0, lasts(0)))).toEqual(['Stopt meteen met leveren', 'jij stopt dan meteen', 'samen 0 uur'])
    expect(figureWords('unlimited', { kind: 'notNeeded' })).toEqual({ delivers: 'Levert 2 weken of langer', then: 'jij hebt geen leveringen nodig', sum: null })
  })
})

describe('the own answer about deliveries', () => {
  const questionnaire = loadCatalogue().questionnaire('algemeen')
  const question = questionnaire.questions.find(one => one.id === 'zonder-supplies')!
  const own = (answer?: Answer) => ownSupplies(count(questionnaire, { mode: 'quick', profile: { sector: 'algemeen', size: '10-49' }, answers: answer === undefined ? {} : { [question.id]: answer } }))
  it('is read from the scan, with "weet ik niet" and "niet nodig" as what they are', () => {
    for (const { id, hours } of question.options!) expect(own({ option: id })).toEqual(lasts(hours!))
    expect(own({ unknown: true })).toEqual({ kind: 'unknown' })
    expect(own({ notApplicable: true })).toEqual({ kind: 'notNeeded' })
    expect(own()).toEqual({ kind: 'open' })
  })
})
