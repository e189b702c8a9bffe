import { describe, expect, it } from 'vitest'
import { nextStep, type Standing } from './next-step.ts'
import type { Actor } from './permissions.ts'

const as = (role: Actor['role'], themes: string[] = []): Actor => ({ role, themes })
const well: Standing = { finished: true, open: 'none', planned: 3, overdue: 0, oldAnswers: 0, practised: true }
const none: Standing = { finished: false, open: 'none', planned: 0, overdue: 0, oldAnswers: 0, practised: false }

describe('the next step', () => {
  it('is to begin a scan, then to go on with it', () => {
    expect(nextStep(none, as('owner'))).toBe('start')
    expect(nextStep({ ...none, open: 'new' }, as('editor'))).toBe('goOn')
  })
  it('is what is late, then a plan, then old answers, then the open new scan, then a drill, then nothing', () => {
    const all: Standing = { finished: true, open: 'corrected', planned: 0, overdue: 1, oldAnswers: 4, practised: false }
    expect(nextStep(all, as('owner'))).toBe('overdue')
    expect(nextStep({ ...all, overdue: 0 }, as('owner'))).toBe('choose')
    expect(nextStep({ ...all, overdue: 0, planned: 2 }, as('owner'))).toBe('confirm')
    expect(nextStep({ ...all, overdue: 0, planned: 2, oldAnswers: 0 }, as('owner'))).toBe('again')
    expect(nextStep({ ...well, practised: false }, as('owner'))).toBe('drill')
    expect(nextStep(well, as('owner'))).toBe('nothing')
  })
  it('is nothing that the role does not allow: a reader has nothing to do, a contributor the own themes', () => {
    expect(nextStep({ ...well, overdue: 2, practised: false }, as('reader'))).toBe('nothing')
    expect(nextStep(none, as('reader'))).toBe('nothing')
    expect(nextStep({ ...none, open: 'new' }, as('reader'))).toBe('nothing')
    expect(nextStep({ ...well, open: 'corrected' }, as('contributor', ['ict']))).toBe('goOn')
    expect(nextStep({ ...well, open: 'corrected' }, as('contributor'))).toBe('nothing')
  })
})
