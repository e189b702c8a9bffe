import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain, strengths } from './explain.ts'
import { scores } from './score.ts'
import { answers, arbitraryCase, checklist, choice, endurance, evidence, questionnaire, theme, tolerance } from './test-questionnaire.ts'

const all = questionnaire({
  themes: [theme('a', 3), theme('b'), theme('c')],
  questions: [
    tolerance(),
    choice('m', undefined, { must: true, weight: 1 }),
    choice('x', undefined, { weight: 9 }),
    endurance('e', 'power', { theme: 'b' }),
    choice('leeg', undefined, { theme: 'c' }),
    choice('weg', undefined, { showIf: { any: [] } }),
  ],
})
const given = evidence(answers({ stilstand: 'h24', m: '?', x: 'ja', e: 'h24', weg: 'ja' }))

describe('how the numbers are made', () => {
  const made = explain(all, given)
  it('tells per theme its share and what it brings', () => {
    expect(made.themes.map(({ id, share, contribution }) => [id, share, contribution])).toEqual([
      ['a', 0.75, 67.5], ['b', 0.25, 12.5], ['c', null, null],
    ])
    expect(made.tolerance).toBe(24)
  })
  it('tells per question its weight, score, share and points', () => {
    expect(made.themes[0]!.questions).toEqual([
      { id: 'm', standing: 'unknown', weight: 1, must: true, unmet: true,
        s: 0, share: 0.1, points: 0, overallPoints: 0, overallPossible: 7.5 },
      { id: 'x', standing: 'answered', weight: 9, must: false, unmet: false,
        s: 1, share: 0.9, points: 90, overallPoints: 67.5, overallPossible: 67.5 },
    ])
    expect(made.themes[1]!.questions[0]).toMatchObject({ s: 0.5, needed: 48, points: 50 })
    expect(made.themes[2]!.questions).toMatchObject([{ id: 'leeg', standing: 'open', s: null, share: null, points: null, overallPossible: null }])
  })
  it('tells which musts hold a level down, and to what', () => {
    expect(made.overall).toMatchObject({ score: 80, uncapped: 5, level: 4, capped: true, heldDownBy: ['m'] })
    expect(made.themes[0]).toMatchObject({ uncapped: 5, level: 2, capped: true, unmetMusts: ['m'] })
    const calm = explain(all, evidence(answers({ m: 'nee', x: 'nee' })))
    expect(calm.overall).toMatchObject({ capped: false, heldDownBy: [] })
  })
  it('adds up: contributions to the overall score, points to the theme score', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ questionnaire: some, evidence: one }) => {
        const { overall, themes } = explain(some, one)
        expect(scores(some, one).overall.score).toBe(overall.score)
        const sum = (numbers: (number | null)[]) => numbers.reduce<number>((total, number) => total + (number ?? 0), 0)
        expect(sum(themes.map((each) => each.contribution))).toBeCloseTo(overall.score ?? 0, 9)
        for (const each of themes) {
          expect(sum(each.questions.map((question) => question.points))).toBeCloseTo(each.score ?? 0, 9)
          expect(sum(each.questions.map((question) => question.overallPoints))).toBeCloseTo(each.contribution ?? 0, 9)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('strengths', () => {
  it('are the questions with a full score, by weight', () => {
    const some = questionnaire({
      questions: [
        choice('licht', undefined, { weight: 0.5 }),
        checklist('lijst', { a: 0.1, b: 0.2, c: 0.3 }),
        endurance('e', 'power', { weight: 2 }),
        choice('half'),
        choice('open'),
      ],
    })
    const all = answers({ licht: 'ja', lijst: ['a', 'b', 'c'], e: 'h72', half: 'half' })
    expect(strengths(some, evidence(all)).map(({ id }) => id)).toEqual(['e', 'lijst', 'licht'])
  })
})
