import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { round9 } from './numbers.ts'
import { count } from './counted.ts'
import { existingMeasures, lift, raisesAnything } from './lifts.ts'
import { overallScore } from './score.ts'
import { enduranceOf, timelinesOf } from './scenario.ts'
import { answers, arbitraryCase, checklist, choice, endurance, evidence, measure, questionnaire, tolerance } from './test-questionnaire.ts'
import type { Lift, Question } from './questionnaire.ts'

const questions: Question[] = [
  choice('x'),
  checklist('l', { a: 1, b: 1, c: 2 }),
  endurance('e', 'power'),
  choice('h', undefined, { showIf: { answer: { question: 'x', in: ['ja'] } } }),
  tolerance(),
]
const halfway: Lift = { question: 'x', option: 'half' }

function lifted(given: Parameters<typeof answers>[0], ...lifts: Lift[][]) {
  const measures = lifts.map((some, index) => measure(`m${index}`, 1, some))
  const before = count(questionnaire({ questions, measures }), evidence(answers(given)))
  const after = lift(before, before.prepared.measures)
  const raises = before.prepared.measures.map((one) => raisesAnything(before, lift(before, [one]), one))
  return { before, after, raises }
}

describe('a lift', () => {
  it('replaces a choice when the new option scores more, and never downwards', () => {
    expect(lifted({ x: 'nee' }, [halfway]).after.s[0]).toBe(0.5)
    expect(lifted({ x: 'ja' }, [halfway])).toMatchObject({ raises: [false] })
    expect(lifted({ x: 'ja' }, [halfway]).after.s[0]).toBe(1)
    expect(lifted({ x: 'half' }, [halfway]).raises).toEqual([false])
  })
  it('replaces "weet ik niet"', () => {
    expect(lifted({ x: '?' }, [halfway]).after.s[0]).toBe(0.5)
    expect(lifted({ l: '?' }, [{ question: 'l', items: ['a'] }]).after.s[1]).toBe(0.25)
    expect(lifted({ e: '?' }, [{ question: 'e', option: 'h24' }]).after.hours[2]).toBe(24)
  })
  it('adds its items to those that were checked', () => {
    const { after, raises } = lifted({ l: ['a'] }, [{ question: 'l', items: ['a', 'c'] }])
    expect([after.s[1], raises]).toEqual([0.75, [true]])
    expect(lifted({ l: ['a', 'c'] }, [{ question: 'l', items: ['c'] }]).raises).toEqual([false])
  })
  it('is open by hours alone, where s(q) is 1 already', () => {
    const { before, after, raises } = lifted({ e: 'h72' }, [{ question: 'e', option: 'h168' }])
    expect([before.s[2], after.s[2], after.hours[2], raises]).toEqual([1, 1, 168, [true]])
  })
  it('touches nothing that is hidden, open or not applicable', () => {
    expect(lifted({}, [halfway]).raises).toEqual([false])
    expect(lifted({ x: '-' }, [halfway]).raises).toEqual([false])
    expect(lifted({ x: 'nee', h: 'nee' }, [{ question: 'h', option: 'ja' }]).raises).toEqual([false])
  })
  it('does not show what was hidden before', () => {
    const { after } = lifted({ x: 'nee', h: 'ja' }, [{ question: 'x', option: 'ja' }])
    expect([after.s[0], after.standings[3]]).toEqual([1, 0])
  })
  it('with others on one question: the best option wins, items unite', () => {
    expect(lifted({ x: 'nee' }, [{ question: 'x', option: 'ja' }], [halfway]).after.s[0]).toBe(1)
    expect(lifted({ l: [] }, [{ question: 'l', items: ['a'] }], [{ question: 'l', items: ['a', 'b'] }]).after.s[1]).toBe(0.5)
    expect(lifted({ e: 'h0' }, [{ question: 'e', option: 'unlimited' }], [{ question: 'e', option: 'h8' }]).after.hours[2]).toBe(Infinity)
  })
  it('keeps the tolerance as it was', () => {
    expect(lifted({ e: 'h0', stilstand: 'h48' }, [{ question: 'e', option: 'h8' }]).after.s[2]).toBe(8 / 24)
  })
  it('changes nothing in the evidence it started from', () => {
    const { before } = lifted({ x: 'nee', e: 'h0' }, [{ question: 'x', option: 'ja' }])
    expect([...before.s]).toEqual([0, 0, 0, 0, 0])
  })
})

describe('measures', () => {
  it('exist where their condition holds', () => {
    const all = questionnaire({
      questions,
      measures: [
        measure('klein', 1, [halfway], { profile: { field: 'size', in: ['1', '2-9'] } }),
        measure('groot', 1, [halfway], { profile: { field: 'size', in: ['250+'] } }),
      ],
    })
    expect(existingMeasures(count(all, evidence({}))).map(({ id }) => id)).toEqual(['klein'])
  })
  it('never lower a score or an endurance, and keep which endurance is open', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.infiniteStream(fc.boolean()), ({ questionnaire: all, evidence: given }, coin) => {
        const before = count(all, given)
        const after = lift(before, existingMeasures(before).filter(() => coin.next().value))
        expect(round9(overallScore(after) ?? -1)).toBeGreaterThanOrEqual(round9(overallScore(before) ?? -1))
        before.s.forEach((s, index) => expect(after.s[index]).toBeGreaterThanOrEqual(s))
        for (const timeline of timelinesOf(before)) {
          const was = enduranceOf(before, timeline).endurance
          const is = enduranceOf(after, timeline).endurance
          if (typeof was !== 'number') expect(is).toBe(was)
          else if (typeof is === 'number') expect(is).toBeGreaterThanOrEqual(was)
        }
      }),
      { numRuns: 300 },
    )
  })
})
