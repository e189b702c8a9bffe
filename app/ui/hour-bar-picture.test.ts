import { describe, it, expect } from 'vitest'
import { groupSteps, movedOf, tableRows } from './hour-bar-picture.ts'

const steps = [
  { at: 2, when: 'na 2 uur', label: 'telefoon' },
  { at: 0, when: 'meteen', label: 'pinnen' },
  { at: 0, when: 'meteen', label: 'tanken' },
]

describe('what an hour bar shows', () => {
  it('names things that fall away at the same hour together, in order of time', () => {
    expect(groupSteps(steps)).toEqual([
      { at: 0, when: 'meteen', labels: ['pinnen', 'tanken'] },
      { at: 2, when: 'na 2 uur', labels: ['telefoon'] },
    ])
  })
  it('stands in its table too, in order of time', () => {
    const rows = tableRows({
      steps,
      stop: { hours: 4, value: '4 uur', text: 'hier stop je' },
      need: { hours: 48, value: '48 uur', text: 'moet je volhouden' },
      end: { hours: 72, value: '72 uur', text: 'de stroom is terug' },
    })
    expect(rows.map(row => row.what)).toEqual(['pinnen, tanken', 'telefoon', 'hier stop je', 'moet je volhouden', 'de stroom is terug'])
  })
  it('puts what does not stop, or is not known, at the end of the table', () => {
    const end = { hours: 72, value: '72 uur', text: 'de stroom is terug' }
    for (const hours of ['unlimited', null] as const) {
      expect(tableRows({ stop: { hours, value: '–', text: 'stop' }, end }).map(row => row.what)).toEqual(['de stroom is terug', 'stop'])
    }
  })
})

describe('what a what-if moved', () => {
  const at = (hours: number | 'unlimited' | null) => ({ hours, value: '', text: '' })
  it('runs from where it stopped to where it stops', () => {
    expect(movedOf({ before: at(4), stop: at(24) })).toEqual({ from: 4, to: 24 })
    expect(movedOf({ before: at(4), stop: at('unlimited') })).toEqual({ from: 4, to: 'unlimited' })
  })
  it('is nothing where both are the same, one is not known, or there is no before', () => {
    for (const picture of [{ before: at(4), stop: at(4) }, { before: at(null), stop: at(4) }, { before: at(4), stop: at(null) }, { stop: at(4) }]) {
      expect(movedOf(picture)).toBeNull()
    }
  })
})
