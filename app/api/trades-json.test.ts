/** The trades that the start page fetches. */
import { describe, expect, it } from 'vitest'
import { keep } from './json.server.ts'
import { catalogue } from './test-calls.ts'
import { tradesJson } from './trades-json.ts'

describe('/branches.json', () => {
  const json = tradesJson(catalogue)

  it('holds every trade with the sector it leads to, which has a name', () => {
    expect(json.trades.length).toBe(catalogue.trades.length)
    const sectors = new Set(catalogue.allSectors.map(({ id }) => id))
    expect(json.trades.filter(([, , sector]) => !sectors.has(sector))).toEqual([])
    expect(json.trades.find(([nl]) => nl === 'bakker')?.[2]).toBe('voeding')
  })

  it('says which sectors are built', () => {
    expect(json.built).toContain('bouw')
    expect(json.built).toContain('algemeen')
  })

  it('stays small enough to fetch with the page', () => {
    expect(keep(json).text.length).toBeLessThan(32_000)
  })
})
