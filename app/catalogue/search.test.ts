/** What somebody finds who types a trade or a municipality. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCsv } from './csv.ts'
import { municipalitiesOf, regionOf, searchMunicipalities } from './municipalities.ts'
import { nearest, typingErrors } from './nearness.ts'
import { searchTrades, tradesOf } from './trades.ts'

const trades = tradesOf(readCsv(readFileSync('questionnaires/trades.csv', 'utf8')))
const municipalities = municipalitiesOf(readCsv(readFileSync('questionnaires/municipalities.csv', 'utf8')))
const find = (query: string, language: 'nl' | 'en' = 'nl') =>
  searchTrades(trades, query, language, 5).map((trade) => trade[language])

describe('searching a trade', () => {
  it('finds the trade that was typed first of all', () => {
    expect(searchTrades(trades, 'bakker', 'nl', 5)[0]).toMatchObject({ nl: 'bakker', sector: 'voeding' })
    expect(searchTrades(trades, 'Dakdekker', 'nl', 5)[0]).toMatchObject({ nl: 'dakdekker', sector: 'bouw' })
  })

  it('finds what begins with it before what has a word that does, and that before what holds it', () => {
    const list = tradesOf(readCsv('nl,en,sector\nkozijnmaker,a,bouw\noude maker,b,bouw\nmakelaar,c,bouw\nmaker,d,bouw\n'))
    expect(searchTrades(list, 'make', 'nl', 9).map((trade) => trade.nl)).toEqual([
      'maker',
      'makelaar',
      'oude maker',
      'kozijnmaker',
    ])
  })

  it('does not mind accents, capitals or a typing error', () => {
    expect(find('COOPERATIE')[0]).toBe('coöperatie')
    expect(find('dakdeker')[0]).toBe('dakdekker')
    expect(find('lodogieter')[0]).toBe('loodgieter')
    expect(find('elektricein')[0]).toBe('elektricien')
  })

  it('looks for typing errors only where nothing fits as typed', () => {
    const list = tradesOf(readCsv('nl,en,sector\nbakker,a,voeding\nbakkes,b,voeding\n'))
    expect(searchTrades(list, 'bakker', 'nl', 9).map((trade) => trade.nl)).toEqual(['bakker'])
    expect(searchTrades(list, 'bakkem', 'nl', 9).map((trade) => trade.nl)).toEqual(['bakker', 'bakkes'])
  })

  it('finds an English name on a Dutch page and a Dutch one on an English page', () => {
    expect(find('roofer')).toContain('dakdekker')
    expect(find('dakdekker', 'en')).toContain('roofer')
  })

  it('puts the name in the language of the page first', () => {
    const list = tradesOf(readCsv('nl,en,sector\nwinkel,bar,detailhandel\nbar,pub,horeca-recreatie\n'))
    expect(searchTrades(list, 'bar', 'nl', 2).map((trade) => trade.nl)).toEqual(['bar', 'winkel'])
    expect(searchTrades(list, 'bar', 'en', 2).map((trade) => trade.nl)).toEqual(['winkel', 'bar'])
  })

  it('finds nothing for nothing and for nonsense, and never more than was asked for', () => {
    expect(find('  ')).toEqual([])
    expect(find('xqzzxqzz')).toEqual([])
    expect(searchTrades(trades, 'a', 'nl', 3)).toHaveLength(3)
  })
})

describe('searching a municipality', () => {
  it('leads to the region it lies in', () => {
    expect(regionOf(municipalities, 'nuenen, gerwen en nederwetten')).toBe('brabant-zuidoost')
    expect(regionOf(municipalities, 'Sudwest-Fryslan')).toBe('fryslan')
    expect(regionOf(municipalities, 'Atlantis')).toBeUndefined()
    expect(regionOf(municipalities, '')).toBeUndefined()
  })

  it('knows the names that people use', () => {
    expect(searchMunicipalities(municipalities, 'den haag', 3)[0]?.name).toBe("'s-Gravenhage")
    expect(regionOf(municipalities, 'Den Bosch')).toBe('brabant-noord')
    expect(searchMunicipalities(municipalities, 'gravenh', 3)[0]?.name).toBe("'s-Gravenhage")
  })

  it('forgives a typing error', () => {
    expect(searchMunicipalities(municipalities, 'roterdam', 3)[0]?.name).toBe('Rotterdam')
  })

  it('has all 342 of them, in all 25 regions', () => {
    expect(municipalities).toHaveLength(342)
    expect(new Set(municipalities.map((municipality) => municipality.region)).size).toBe(25)
  })
})

describe('typing errors', () => {
  it('count a letter too many, too few, wrong and two swapped as one each', () => {
    expect(typingErrors('bakkker', 'bakker', 2)).toBe(1)
    expect(typingErrors('baker', 'bakker', 2)).toBe(1)
    expect(typingErrors('bakjer', 'bakker', 2)).toBe(1)
    expect(typingErrors('bakekr', 'bakker', 2)).toBe(1)
  })

  it('stop counting at the most that is forgiven', () => {
    expect(typingErrors('slager', 'bakker', 2)).toBeNull()
  })

  it('look at the beginning only where that is asked', () => {
    expect(typingErrors('bakr', 'bakkerij', 1, true)).toBe(1)
    expect(typingErrors('bakr', 'bakkerij', 1)).toBeNull()
  })

  it('suggest the nearest of what is known, and nothing when all is far', () => {
    expect(nearest('sorces', ['source', 'sources', 'scenarios'])).toBe('sources')
    expect(nearest('kleur', ['source', 'sources'])).toBeUndefined()
  })
})
