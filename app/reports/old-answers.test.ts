/** What a report says of answers that are old. */
import { describe, expect, it } from 'vitest'
import { reportView } from './report-view.ts'
import { company, withLanguage } from './test-companies.ts'

const baker = company('bakkerij-de-korenaar')
const said = (on: string) => Object.fromEntries(Object.keys(baker.evidence.answers).map(question => [question, { firmness: null, evidence: null, confirmed: on }]))
const on = (confirmed: string, today?: string) =>
  withLanguage('nl', () => reportView(baker.questionnaire, baker.evidence, baker.result, { ...baker.context, marks: said(confirmed), ...(today === undefined ? {} : { today }) }))
const oldRows = (view: ReturnType<typeof on>) => view.explanation.answers.flatMap(theme => theme.rows).filter(row => row.old !== null)

describe('a report', () => {
  it('says how much of the score rests on old answers, and marks each of them, from the day they are a year old', () => {
    expect(on('2025-11-24', '2026-11-23').old).toBeNull()
    const view = on('2025-11-24', '2026-11-24')
    expect(view.old).toMatch(/^\d+(,\d)?% van je score rust op antwoorden/)
    expect(oldRows(view).length).toBeGreaterThan(10)
    expect(oldRows(view)[0]!.old).toBe('Oud: gezegd of bevestigd op 24 november 2025')
  })
  it('has the same figures whether its answers are old or not', () => {
    const [fresh, old] = [on('2026-11-01', '2026-11-24'), on('2024-01-01', '2026-11-24')]
    expect(oldRows(fresh)).toEqual([])
    expect(old.level).toEqual(fresh.level)
    expect(old.campaign).toEqual(fresh.campaign)
    expect(old.themes).toEqual(fresh.themes)
  })
})
