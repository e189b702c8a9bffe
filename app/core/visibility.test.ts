import { describe, expect, it } from 'vitest'
import { visibleQuestions } from './visibility.ts'
import { answers, checklist, choice, evidence, info, questionnaire } from './test-questionnaire.ts'
import type { Condition, Profile } from './questionnaire.ts'
import type { Evidence } from './result.ts'

const first = choice('eerst')
const items = checklist('lijst', { a: 1, b: 1 })

function sees(showIf: Condition, given: Parameters<typeof answers>[0] = {}, profile: Partial<Profile> = {}): boolean {
  const all = questionnaire({ questions: [first, items, choice('laatst', undefined, { showIf })] })
  return visibleQuestions(all, evidence(answers(given), 'full', profile)).some(({ id }) => id === 'laatst')
}
const isYes: Condition = { answer: { question: 'eerst', in: ['ja', 'half'] } }

describe('a question with a condition is seen', () => {
  it('when the profile field is one of the values, and not when it is absent', () => {
    const inZeeland: Condition = { profile: { field: 'region', in: ['zeeland'] } }
    expect(sees(inZeeland)).toBe(true)
    expect(sees(inZeeland, {}, { region: 'twente' })).toBe(false)
    expect(sees(inZeeland, {}, { region: undefined })).toBe(false)
    expect(sees({ not: inZeeland }, {}, { region: undefined })).toBe(true)
    expect(sees({ profile: { field: 'size', in: ['1'] } }, {}, { size: '1' })).toBe(true)
  })

  it('by the sector of the questionnaire, whatever the profile says', () => {
    expect(sees({ profile: { field: 'sector', in: ['bouw'] } }, {}, { sector: 'voeding' })).toBe(true)
    expect(sees({ profile: { field: 'sector', in: ['voeding'] } }, {}, { sector: 'voeding' })).toBe(false)
  })

  it.each([
    ['chosen', { eerst: 'ja' }, true],
    ['another option', { eerst: 'nee' }, false],
    ['unanswered', {}, false],
    ['unknown', { eerst: '?' }, false],
    ['not applicable', { eerst: '-' }, false],
  ])('by an earlier answer that is %s', (_, given, seen) => {
    expect(sees(isYes, given)).toBe(seen)
    expect(sees({ not: isYes }, given)).toBe(!seen)
  })

  it('when one of the checked items is one of the values', () => {
    const hasB: Condition = { answer: { question: 'lijst', in: ['b', 'c'] } }
    expect(sees(hasB, { lijst: ['a', 'b'] })).toBe(true)
    expect(sees(hasB, { lijst: ['a'] })).toBe(false)
    expect(sees(hasB, { lijst: [] })).toBe(false)
  })

  it('with all and any together, also of nothing', () => {
    const no: Condition = { any: [] }
    const yes: Condition = { all: [] }
    expect([sees(no), sees(yes), sees({ all: [yes, no] }), sees({ any: [no, yes] }), sees({ all: [yes, { not: no }] })]).toEqual([
      false, true, false, true, true,
    ])
  })
})

describe('visible questions', () => {
  const chain = questionnaire({
    questions: [
      first,
      choice('tweede', undefined, { showIf: isYes }),
      choice('derde', undefined, { showIf: { answer: { question: 'tweede', in: ['ja'] } } }),
      choice('vierde', undefined, { showIf: { not: { answer: { question: 'tweede', in: ['ja'] } } } }),
    ],
  })
  const ids = (given: Evidence) => visibleQuestions(chain, given).map(({ id }) => id)

  it('are decided in one pass: a hidden answer hides what depends on it', () => {
    expect(ids(evidence(answers({ eerst: 'ja', tweede: 'ja' })))).toEqual(['eerst', 'tweede', 'derde'])
    expect(ids(evidence(answers({ eerst: 'nee', tweede: 'ja' })))).toEqual(['eerst', 'vierde'])
  })

  it('are only the quick ones in a quick scan, and a condition on one that is not quick is false', () => {
    const all = questionnaire({
      questions: [
        choice('lang', undefined, { quick: false }),
        info('kort', ['x']),
        choice('na', undefined, { showIf: { answer: { question: 'lang', in: ['ja'] } } }),
      ],
    })
    const given = answers({ lang: 'ja' })
    expect(visibleQuestions(all, evidence(given, 'quick')).map(({ id }) => id)).toEqual(['kort'])
    expect(visibleQuestions(all, evidence(given)).map(({ id }) => id)).toEqual(['lang', 'kort', 'na'])
  })

  it('take an id that objects have of their own as no answer', () => {
    const odd = questionnaire({ questions: [choice('constructor'), choice('na', undefined, { showIf: isOdd })] })
    expect(visibleQuestions(odd, evidence({})).map(({ id }) => id)).toEqual(['constructor'])
  })
  const isOdd: Condition = { answer: { question: 'constructor', in: ['ja'] } }
})
