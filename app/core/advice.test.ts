import { describe, expect, it } from 'vitest'
import { findOutFirst, shifts, whatMustsTake } from './advice.ts'
import { answers, choice, endurance, evidence, info, measure, questionnaire, scenario, tolerance } from './test-questionnaire.ts'
import type { Measure } from './questionnaire.ts'

const liftTo = (id: string, effort: number, option: string, question = 'power') => measure(id, effort, [{ question, option }])

describe('what shifts the moment', () => {
  const questions = [endurance('power', 'power'), endurance('kachel', 'power'), endurance('telecom', 'telecom')]
  const scenarios = [scenario('stroom', 72, [[0, 'power'], [2, 'telecom']])]
  const of = (given: Parameters<typeof answers>[0], measures: Measure[]) =>
    shifts(questionnaire({ questions, scenarios, measures }), evidence(answers(given)))[0]!.measures

  it('are the open measures that win most hours per hour of effort, at most three', () => {
    const measures = [
      liftTo('dag', 4, 'h24'),
      liftTo('werkdag', 1, 'h8'),
      liftTo('week', 10, 'h168'),
      liftTo('niks', 1, 'h4'),
      liftTo('altijd', 10, 'unlimited'),
    ]
    expect(of({ power: 'h4', kachel: '-', telecom: 'unlimited' }, measures)).toEqual([
      { measure: 'altijd', won: 332, hours: 'unlimited', endurance: 'unlimited' },
      { measure: 'week', won: 164, hours: 168, endurance: 168 },
      { measure: 'dag', won: 20, hours: 24, endurance: 24 },
    ])
  })
  it('raise the weakest link and not one of its two questions alone', () => {
    const both = measure('beide', 1, [{ question: 'power', option: 'h24' }, { question: 'kachel', option: 'h8' }])
    const found = of({ power: 'h4', kachel: 'h4', telecom: 'h72' }, [liftTo('een', 1, 'h24'), both])
    expect(found).toEqual([{ measure: 'beide', won: 4, hours: 8, endurance: 8 }])
  })
  it('say so when another resource stops the company at the same moment', () => {
    expect(of({ power: 'h4', kachel: '-', telecom: 'h4' }, [liftTo('dag', 1, 'h24')])[0]).toMatchObject({ hours: 24, endurance: 6 })
  })
  it('are none without a weakest link', () => {
    expect(of({ power: 'unlimited', kachel: '-', telecom: '-' }, [liftTo('dag', 1, 'h24')])).toEqual([])
    expect(of({}, [liftTo('dag', 1, 'h24')])).toEqual([])
  })
  it('stand in order of advice where they win the same', () => {
    const better = measure('b', 1, [{ question: 'power', option: 'h24' }, { question: 'telecom', option: 'h72' }])
    expect(of({ power: 'h0', kachel: '-', telecom: 'h48' }, [liftTo('a', 1, 'h24'), better]).map((one) => one.measure)).toEqual(['b', 'a'])
  })
})

describe('what to find out first', () => {
  it('are the visible questions answered "weet ik niet": musts first, then by weight, then in order', () => {
    const all = questionnaire({
      questions: [
        tolerance(),
        info('i', ['x']),
        choice('licht', undefined, { weight: 0.5 }),
        choice('zwaar', undefined, { weight: 3 }),
        choice('zwaar-2', undefined, { weight: 3 }),
        choice('must', undefined, { must: true, weight: 0.1 }),
        choice('bekend'),
        choice('verborgen', undefined, { showIf: { any: [] } }),
      ],
    })
    const given = { stilstand: '?', licht: '?', zwaar: '?', 'zwaar-2': '?', must: '?', bekend: 'ja', verborgen: '?' }
    expect(findOutFirst(all, evidence(answers(given))).map(({ id }) => id)).toEqual(['must', 'zwaar', 'zwaar-2', 'licht', 'stilstand'])
  })
})

describe('what an unmet must takes', () => {
  it('is the measure that fixes it for the least effort, or none', () => {
    const must = { must: true }
    const all = questionnaire({
      questions: [choice('a', undefined, must), choice('b', undefined, must), choice('c', undefined, must), choice('d', undefined, must)],
      measures: [
        measure('lang', 8, [{ question: 'a', option: 'ja' }, { question: 'b', option: 'ja' }]),
        measure('kort', 2, [{ question: 'a', option: 'half' }]),
      ],
    })
    expect(whatMustsTake(all, evidence(answers({ a: 'nee', b: '?', c: 'nee', d: 'ja' })))).toEqual([
      { question: 'a', measure: 'kort', effort: 2 },
      { question: 'b', measure: 'lang', effort: 8 },
      { question: 'c', measure: null, effort: null },
    ])
  })
})
