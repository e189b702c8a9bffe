/** Tests that a report says what core computed, in the words for the company, in both languages. */
import { describe, expect, it } from 'vitest'
import { explain } from '#app/core/explain.ts'
import type { Answer } from '#app/core/answers.ts'
import { isScored, type Option, type Question } from '#app/core/questionnaire.ts'
import { points } from '#app/core/numbers.ts'
import { cardView } from './card-view.ts'
import { company, reportOf, withLanguage, type TestCompany } from './test-companies.ts'

const names = ['bakkerij-de-korenaar', 'dakwerken-boven-water', 'tekstbureau-achter-de-dijk', 'thuiszorg-de-sleutelbos']
const baker = company('bakkerij-de-korenaar')

describe('the figures of a report', () => {
  it.each(names)('are those of core for %s', name => {
    const one = company(name)
    const view = reportOf(one)
    expect(view.level.level).toBe(one.result.overall.level)
    expect(view.level.points).toBe(`${points(one.result.overall.score!)} van 100 punten`)
    expect(view.themes.themes.map(theme => theme.points)).toEqual(one.result.themes.map(theme => (theme.score === null ? null : points(theme.score))))
    expect(view.themes.themes.map(theme => theme.level)).toEqual(one.result.themes.map(theme => theme.level))
    const bars = [...view.campaign.map(scenario => [scenario.id, scenario.picture.stop.hours]), ...view.others.rows.map(row => [row.id, row.bar.hours])]
    for (const scenario of one.result.scenarios) {
      const [, drawn] = bars.find(([id]) => id === scenario.id)!
      // a moment that is not known is not drawn as one in the table
      if (scenario.known || view.campaign.some(told => told.id === scenario.id)) expect(drawn).toBe(scenario.endurance)
      else expect(drawn).toBeNull()
    }
  })

  it.each(names)('list every open measure of %s once, in the theme it belongs to', name => {
    const one = company(name)
    const shown = reportOf(one).measures.themes.flatMap(theme => theme.measures.map(measure => measure.id))
    const open = one.result.measures.filter(measure => measure.open).map(measure => measure.id)
    expect([...shown].sort()).toEqual([...open].sort())
  })

  it('put the first five into this week and this month, each in order of advice', () => {
    const view = reportOf(baker)
    const places = [view.thisWeek, view.thisMonth].map(measures => measures.map(measure => baker.result.first.indexOf(measure.id)))
    for (const list of places) expect(list).toEqual(list.toSorted((a, b) => a - b))
    expect(places.flat().toSorted()).toEqual([0, 1, 2, 3, 4])
  })

  it('add up in the list of answers to the points of each theme', () => {
    const view = reportOf(baker)
    const explained = explain(baker.questionnaire, baker.evidence)
    for (const [position, theme] of explained.themes.filter(one => one.questions.length > 0).entries()) {
      const listed = view.explanation.answers[position]!.rows.map(row => Number((row.points ?? '0').split(' ')[0]!.replace(',', '.')))
      expect(listed.reduce((sum, one) => sum + one, 0)).toBeCloseTo(theme.score!, 0)
    }
  })
})

/** Every question of this company answered in one way. */
function answeredWith(name: string, answer: (question: Question) => Answer): TestCompany {
  const { questionnaire } = company(name)
  return company(name, Object.fromEntries(questionnaire.questions.filter(isScored).map(question => [question.id, answer(question)])))
}

function best(question: Question): Answer {
  if (question.items !== undefined) return { items: question.items.map(item => item.id) }
  const worth = (option: Option) => (option.hours === 'unlimited' ? Infinity : (option.hours ?? option.score ?? 0))
  return { option: question.options!.reduce((a, b) => (worth(b) > worth(a) ? b : a)).id }
}

describe('a report at the edges', () => {
  it('never says when a company stops that answered "weet ik niet" to everything', () => {
    const view = reportOf(answeredWith('bakkerij-de-korenaar', () => ({ unknown: true })))
    expect(view.campaign.map(scenario => scenario.finding.kind)).toEqual(['unknown', 'unknown', 'unknown'])
    expect(view.others.rows.map(row => row.stop)).toEqual(view.others.rows.map(() => 'weet je nog niet'))
    expect(JSON.stringify(view)).not.toMatch(/stop je meteen|stop je na 0 uur|je stopt meteen|je stopt na 0 uur|van 0 uur/)
    expect(view.explanation.sure.title).toBe('Hoe zeker is dit: 0%')
    expect(view.findOut).toHaveLength(3)
    expect(view.strengths).toEqual([])
  })

  it('has nothing left to do for a company that has everything', () => {
    const one = answeredWith('bakkerij-de-korenaar', best)
    const view = reportOf(one)
    expect(one.result.overall.score).toBeCloseTo(100, 9)
    expect(view.level.title).toBe('Niveau 5 van 5: Goed voorbereid')
    expect(view.campaign[0]!.finding.heading).toBe('Zonder stroom houd je het twee weken of langer vol.')
    expect(view.campaign.every(scenario => scenario.shifts.length === 0)).toBe(true)
    expect([view.thisWeek, view.thisMonth, view.findOut, view.level.missing, view.musts.unmet]).toEqual([[], [], [], [], []])
    expect(view.measures).toEqual({ heading: 'Alle maatregelen staan', themes: [] })
  })
})

describe('what a report says', () => {
  it('begins with the worst scenario of the campaign and why so many hours are needed', () => {
    const view = reportOf(baker)
    const worst = view.campaign.find(scenario => scenario.id === view.worst)!
    expect(worst.finding.heading).toBe('Zonder stroom stop je na 4 uur. 48 uur heb je nodig.')
    expect(worst.weakest).toBe('Zwakste schakel: Stroom. Daarmee houd jij het 4 uur vol.')
    expect(worst.needed).toContain('Je kunt 24 uur stilliggen')
    expect(view.mustGoOn).toBe('Elke dag brood voor de buurt')
  })

  it('prefers own words for what must go on', () => {
    const question = baker.questionnaire.questions.find(one => one.options?.some(option => option.ownWords))!
    const option = question.options!.find(one => one.ownWords)!
    const own = company('bakkerij-de-korenaar', { [question.id]: { option: option.id } })
    const told = { ...own, context: { ...own.context, ownWords: { [question.id]: 'Suikerbrood' } } }
    expect(reportOf(told).mustGoOn).toBe('Suikerbrood')
    expect(withLanguage('nl', () => cardView(told.questionnaire, told.evidence, told.result, told.context)).mustGoOn).toBe('Suikerbrood')
  })

  it('names every unmet must, and says which level it holds the company at only when it does', () => {
    const view = reportOf(baker)
    expect(view.level.basics).toBe(`Basis op orde: ${baker.result.overall.musts - baker.result.overall.unmetMusts} van ${baker.result.overall.musts}`)
    expect(view.level.missing).toHaveLength(baker.result.overall.unmetMusts)
    expect(view.level.missingLead).toBe('Dit mist nog:')
    const strong = company('dakwerken-boven-water')
    const answers = Object.fromEntries(strong.questionnaire.questions.filter(question => question.must).map(question => [question.id, { unknown: true as const }]))
    const held = company('dakwerken-boven-water', answers)
    if (held.result.overall.capped) expect(reportOf(held).level.missingLead).toBe(`Dit houdt je op niveau ${held.result.overall.level}:`)
    expect(reportOf(held).explanation.cap === null).toBe(!held.result.overall.capped)
  })

  it('asks first for musts that were answered "weet ik niet", with whom to ask', () => {
    const [first] = reportOf(baker).findOut
    expect(first).toEqual({ question: 'Een reservekopie die werkt', ask: 'Vraag het aan: wie je computers onderhoudt' })
  })

  it('does not give a moment in the table for what is not known', () => {
    const site = reportOf(baker).others.rows.find(row => row.id === 'pand')!
    expect(site.stop).toBe('weet je nog niet')
    expect(site.bar.sentence).toContain('We rekenen met 0 uur tot je het weet')
  })

  it('says of a quick scan what it did not ask, and of a full scan nothing of the kind', () => {
    const quick = reportOf(company('tekstbureau-achter-de-dijk'))
    expect(quick.others.rows.some(row => row.stop === 'niet gevraagd')).toBe(quick.others.someNotAsked)
    expect(reportOf(baker).others.someNotAsked).toBe(false)
  })

  it('uses the wording for one person', () => {
    const one = company('tekstbureau-achter-de-dijk')
    const view = reportOf(one)
    const must = one.questionnaire.questions.find(question => question.id === 'wie-beslist')!
    expect(JSON.stringify(view)).not.toContain(must.text.nl)
    expect(withLanguage('nl', () => cardView(one.questionnaire, one.evidence, one.result, one.context)).sizeOne).toBe(true)
  })

  it('numbers its sources without a gap, and cites only what is listed', () => {
    const view = reportOf(baker)
    expect(view.sources.map(source => source.number)).toEqual(view.sources.map((_, position) => position + 1))
    const cited = [...view.campaign.flatMap(scenario => scenario.timeline.flatMap(step => step.cited)), ...view.baseline.cited]
    expect(Math.max(...cited)).toBeLessThanOrEqual(view.sources.length)
    expect(view.sources.some(source => source.url === null && source.title === 'Ons eigen oordeel')).toBe(true)
  })

  it.each(names)('is whole in English for %s', name => {
    const view = reportOf(company(name), 'en')
    // sources keep their own titles, and ids are Dutch in both languages
    const text = JSON.stringify({ ...view, sources: [], worst: '' }, (key, value: unknown) => (key === 'id' ? undefined : value))
    expect(/\b(je|jij|uur|niet|dagen|weken|maatregel|stopt)\b.{0,60}/.exec(text)?.[0]).toBeUndefined()
  })

  it('shows the national figures as published, with their source', () => {
    expect(reportOf(baker).baseline.rows.map(row => row.share)).toEqual(['6%', '10%', '18%', '20%'])
    expect(reportOf(baker).baseline.cited).toHaveLength(1)
  })
})
