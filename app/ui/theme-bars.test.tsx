import { describe, it, expect } from 'vitest'
import { themeBars, type ThemeChart } from './theme-bars.server.tsx'
import { themeRadar, twoLines } from './theme-radar.server.tsx'

const chart: ThemeChart = {
  id: 'themas',
  title: "Thema's & punten",
  description: 'Energie is het zwakst.',
  themes: [
    { label: 'Stroom, water en je pand', points: 12, level: 1, text: '1 Kwetsbaar', benchmark: 40 },
    { label: 'Betalen en verzekeren', points: null, level: null, text: 'niet gevraagd' },
    { label: 'Noodplan en oefenen', points: 82, level: 5, text: '5 Goed voorbereid' },
  ],
}

describe.each([
  ['the bars', (one: ThemeChart) => themeBars(one)],
  ['the bars on a phone', (one: ThemeChart) => themeBars(one, 'narrow')],
  ['the radar', themeRadar],
])('%s', (_, draw) => {
  it('are one picture with a name and a description', () => {
    const svg = draw(chart)
    expect(svg).toMatch(/^<svg [^>]*aria-labelledby="themas-title themas-desc"/)
    expect(svg).toContain('<title id="themas-title">Thema&#x27;s &amp; punten</title>')
    expect(svg).toContain('Energie is het zwakst.')
    expect(svg.match(/<svg/g)).toHaveLength(1)
    expect(svg).not.toContain('<div')
  })
  it('come out the same each time they are drawn', () => {
    expect(draw(chart)).toBe(draw(chart))
  })
  it('are coloured by the style sheet, so that they fit day, night and paper', () => {
    expect(draw(chart)).not.toMatch(/#[0-9a-f]{3,6}["']/i)
  })
})

describe('the bars', () => {
  it('colour a theme by its level, and leave one without a score empty', () => {
    const svg = themeBars(chart)
    expect(svg).toContain('var(--level-1)')
    expect(svg).toContain('var(--level-5)')
    expect(svg.match(/var\(--level-/g)).toHaveLength(2)
    expect(svg).toContain('niet gevraagd')
  })
})

describe('a long name of a theme', () => {
  it('stands on two lines', () => {
    expect(twoLines('Stroom, water en je pand')).toEqual(['Stroom, water', 'en je pand'])
    expect(twoLines('Noodplan')).toEqual(['Noodplan'])
  })
})
