import { describe, expect, it } from 'vitest'
import { ageing, isOld, oldOn, type Confirmed } from './ageing.ts'
import { answers, choice, evidence, info, questionnaire, theme } from './test-questionnaire.ts'

const said = (on: string, firmness: Confirmed['firmness'] = null): Confirmed => ({ on, firmness })

describe('an answer', () => {
  it('is old a year after it was last said to be so, to the day', () => {
    expect(isOld(said('2025-11-24'), '2026-11-23')).toBe(false)
    expect(isOld(said('2025-11-24'), '2026-11-24')).toBe(true)
    expect(isOld(said('2025-11-24', 'paper'), '2026-11-24')).toBe(true)
  })
  it('holds for a year and a half where it was exercised', () => {
    expect(oldOn(said('2025-11-24', 'exercised'))).toBe('2027-05-24')
    expect(isOld(said('2025-11-24', 'exercised'), '2027-05-23')).toBe(false)
  })
  it('is old at the end of a month that has no such day', () => {
    expect(oldOn(said('2024-02-29'))).toBe('2025-02-28')
    expect(oldOn(said('2025-08-31', 'exercised'))).toBe('2027-02-28')
    expect(oldOn(said('2026-12-31'))).toBe('2027-12-31')
  })
})

describe('a score', () => {
  const all = questionnaire({
    themes: [theme('a'), theme('b', 3)],
    questions: [info('wat', ['brood', 'anders']), choice('x', undefined, { weight: 3 }), choice('y'), choice('z', undefined, { theme: 'b' })],
  })
  const given = evidence(answers({ wat: 'brood', x: 'ja', y: 'nee', z: 'ja' }))
  const [fresh, stale] = [said('2026-06-01'), said('2025-06-01')]
  const today = '2026-11-24'

  it('rests on old answers for the share that their questions weigh in it', () => {
    expect(ageing(all, given, { x: stale, y: fresh, z: fresh }, today)).toEqual({ old: ['x'], share: 0.75 * 0.25 })
    expect(ageing(all, given, { wat: stale, x: stale, y: stale, z: stale }, today)).toEqual({ old: ['wat', 'x', 'y', 'z'], share: 1 })
    expect(ageing(all, given, { x: fresh, y: fresh, z: fresh }, today)).toEqual({ old: [], share: 0 })
  })
  it('does not call old what was never known, is not shown, or of which nobody knows when', () => {
    const unknown = evidence({ ...given.answers, x: { unknown: true } })
    expect(ageing(all, unknown, { x: stale }, today)).toEqual({ old: [], share: 0 })
    expect(ageing(all, given, {}, today)).toEqual({ old: [], share: 0 })
  })
})
