/** Answers as a measure leaves them: the same as the lift that the score is made with. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { count } from './counted.ts'
import { lift } from './lifts.ts'
import { liftedAnswers } from './lifted-answers.ts'
import { round9 } from './numbers.ts'
import { overallScore } from './score.ts'
import { answers, arbitraryCase, checklist, choice, endurance, evidence, measure, questionnaire } from './test-questionnaire.ts'
import type { Answers } from './answers.ts'
import type { Lift } from './questionnaire.ts'

const questions = [choice('x'), checklist('l', { a: 1, b: 1, c: 2 }), endurance('e', 'power')]
const lifted = (given: Parameters<typeof answers>[0], ...lifts: Lift[]) =>
  liftedAnswers(questionnaire({ questions, measures: [measure('m', 1, lifts)] }), evidence(answers(given)), 'm')

describe('the answers that a measure lifts', () => {
  it('are the best option, the hours it brings and the items added to those that were checked', () => {
    expect(lifted({ x: 'nee', l: ['c'], e: '?' }, { question: 'x', option: 'ja' }, { question: 'l', items: ['a'] }, { question: 'e', option: 'h24' })).toEqual([
      { question: 'x', before: { option: 'nee' }, after: { option: 'ja' } },
      { question: 'l', before: { items: ['c'] }, after: { items: ['a', 'c'] } },
      { question: 'e', before: { unknown: true }, after: { option: 'h24' } },
    ])
  })
  it('never go down, and are none where nothing was answered or the measure is not there', () => {
    expect(lifted({ x: 'ja', l: ['a'], e: 'h72' }, { question: 'x', option: 'half' }, { question: 'l', items: ['a'] }, { question: 'e', option: 'h24' })).toEqual([])
    expect(lifted({}, { question: 'x', option: 'ja' })).toEqual([])
    expect(liftedAnswers(questionnaire({ questions }), evidence(answers({ x: 'nee' })), 'weg')).toEqual([])
  })
  it('count as the lift does: question by question, and in the score wherever no other question appears by them', () => {
    let compared = 0
    fc.assert(
      fc.property(arbitraryCase, ({ questionnaire: all, evidence: before }) => {
        const counted = count(all, before)
        for (const one of counted.prepared.measures) {
          const changes = liftedAnswers(all, before, one.id)
          if (changes.length === 0) continue
          const after: Answers = { ...before.answers, ...Object.fromEntries(changes.map(change => [change.question, change.after])) }
          const recounted = count(all, { ...before, answers: after })
          const byLift = lift(counted, [one])
          const raised = counted.prepared.questions.filter(({ index }) => round9(byLift.s[index]!) > round9(counted.s[index]!) || round9(byLift.hours[index]!) > round9(counted.hours[index]!))
          expect(changes.map(({ question }) => question).sort()).toEqual(raised.map(({ id }) => id).sort())
          // a lift keeps the tolerance as it was; where the answers now hide its question, hours count otherwise
          if (recounted.tolerance !== byLift.tolerance) continue
          // an answer that another answer now hides counts in neither way
          for (const { index } of raised) {
            if (recounted.standings[index] !== byLift.standings[index]) continue
            expect([round9(recounted.s[index]!), round9(recounted.hours[index]!)]).toEqual([round9(byLift.s[index]!), round9(byLift.hours[index]!)])
          }
          if (JSON.stringify(recounted.standings) !== JSON.stringify(byLift.standings)) continue
          compared++
          expect(round9(overallScore(recounted) ?? -1)).toBe(round9(overallScore(byLift) ?? -1))
        }
      }),
      { numRuns: 500 },
    )
    expect(compared).toBeGreaterThan(50)
  })
})
