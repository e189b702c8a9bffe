import { describe, it, expect } from 'vitest'
import { sheetStyle } from './sheet.ts'

describe('the foot of a printed sheet', () => {
  it('says what it is given', () => {
    expect(sheetStyle('Bakkerij Van Dam', 'bladzijde')).toEqual({ '--sheet-left': '"Bakkerij Van Dam"', '--sheet-page': '"bladzijde "' })
  })
  it('cannot be broken by the name of a company', () => {
    expect(sheetStyle('Dam "de \\ broer"\n', 'page')).toEqual({ '--sheet-left': String.raw`"Dam \"de \\ broer\" "`, '--sheet-page': '"page "' })
  })
})
