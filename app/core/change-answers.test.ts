import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { change } from './change.ts'
import { changedAnswers, sameAnswer } from './change-answers.ts'
import { answers, arbitraryCase, checklist, choice, evidence, questionnaire } from './test-questionnaire.ts'
import type { Question } from './questionnaire.ts'

const one = (...questions: Question[]) => questionnaire({ questions })
const scan = (all: ReturnType<typeof one>, given: Parameters<typeof answers>[0]) => ({ questionnaire: all, evidence: evidence(answers(given)) })
const [x, y, z] = [choice('x', undefined, { weight: 3 }), choice('y'), choice('z')]

describe('the answers behind a change', () => {
  it('come with their points, the largest first, also those that work against', () => {
    const all = one(x, y)
    expect(changedAnswers(scan(all, { x: 'nee', y: 'ja' }), scan(all, { x: 'ja', y: 'nee' }))).toEqual([
      { question: 'x', points: 75 },
      { question: 'y', points: -25 },
    ])
  })
  it('leave out what changed nothing: the same answer, the same items in another order', () => {
    const all = one(x, checklist('c', { a: 1, b: 1 }))
    expect(changedAnswers(scan(all, { x: 'nee', c: ['a', 'b'] }), scan(all, { x: 'nee', c: ['b', 'a'] }))).toEqual([])
  })
  it('share out fairly what depends on the order: an answer that no longer counts leaves more weight to the others', () => {
    const all = one(y, z)
    const found = changedAnswers(scan(all, { y: 'nee', z: 'nee' }), scan(all, { y: 'ja', z: '-' }))!
    expect(found.map(({ question, points }) => [question, points])).toEqual([['y', 75], ['z', 25]])
  })
  it('tell apart what is no answer: a full scan after a quick one', () => {
    const all = one(choice('x', undefined, { quick: true }), choice('y', undefined, { quick: false }))
    const given = { x: 'ja', y: 'nee' }
    const quick = { questionnaire: all, evidence: { ...evidence(answers(given)), mode: 'quick' as const } }
    expect(changedAnswers(quick, scan(all, given))).toEqual([{ question: null, points: -50 }])
  })
  it('do not exist where there is no split', () => {
    expect(changedAnswers(scan(one(x), {}), scan(one(x), { x: 'ja' }))).toBeNull()
  })
  it('add up to the own answers’ part, and the parts to the difference, for a thousand random pairs of versions and answers', () => {
    let told = 0
    fc.assert(
      fc.property(arbitraryCase, arbitraryCase, (old, now) => {
        const split = change(old, now)
        const found = changedAnswers(old, now)
        if (split === null) return
        told += 1
        expect(split.before + split.answers + split.questions + split.weights).toBeCloseTo(split.after, 9)
        expect(found!.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(split.answers, 6)
        for (const { question } of found!) if (question !== null) expect(sameAnswer(old.evidence.answers[question], now.evidence.answers[question])).toBe(false)
      }),
      { numRuns: 1000 },
    )
    expect(told).toBeGreaterThan(300)
  })
})
