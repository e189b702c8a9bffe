/** The report tells on what the answers rest, apart from every number. */
import { describe, expect, it } from 'vitest'
import { visibleQuestions } from '#app/core/visibility.ts'
import type { Marks } from './firmness-view.ts'
import { company, reportOf } from './test-companies.ts'

const own = company('thuiszorg-de-sleutelbos')
const { answers } = own.evidence
const known = visibleQuestions(own.questionnaire, own.evidence).filter(({ id }) => answers[id] !== undefined && !('unknown' in answers[id]))
const unknown = visibleQuestions(own.questionnaire, own.evidence).find(({ id }) => answers[id] !== undefined && 'unknown' in answers[id])
const withMarks = (marks: Marks, language: 'nl' | 'en' = 'nl') => reportOf({ ...own, context: { ...own.context, marks } }, language)
const plan = known.find(({ id }) => id === 'noodplan')!
const paper = { firmness: 'paper', evidence: 'https://a.example/plan' } as const

describe('On what the answers rest', () => {
  it('is said not to be known where nobody said', () => {
    expect(reportOf(own).firmness).toMatchObject({ title: 'Je antwoorden zijn niet nagegaan', counts: [] })
    expect(withMarks({ noodplan: { firmness: null, evidence: null } }).firmness.counts).toEqual([])
  })

  it('is counted over the answers that are more than "weet ik niet"', () => {
    expect(known.length).toBeGreaterThan(3)
    expect(unknown).toBeDefined()
    const [a, b, c] = known.map(({ id }) => id) as [string, string, string]
    const exercised = { firmness: 'exercised', evidence: null } as const
    const { title, counts } = withMarks({ [a]: exercised, [b]: paper, [c]: { firmness: 'said', evidence: null }, [unknown!.id]: exercised, verzonnen: exercised }).firmness
    expect(title).toBe(`1 van de ${known.length} antwoorden is geoefend`)
    expect(counts.map(({ n }) => n)).toEqual([1, 1, 1, known.length - 3])
  })

  it('is said in English too, and that nothing was practised', () => {
    expect(withMarks({ noodplan: paper }, 'en').firmness.title).toBe('No answer has been practised yet')
  })

  it('stands beside the answer, with where to see it, and changes nothing else', () => {
    const [plain, marked] = [reportOf(own), withMarks({ noodplan: paper })]
    const rows = marked.explanation.answers.flatMap(theme => theme.rows)
    expect(rows.filter(row => row.evidence !== null)).toEqual([expect.objectContaining({ firmness: 'Op papier', evidence: 'https://a.example/plan' })])
    const bare = marked.explanation.answers.map(theme => ({ ...theme, rows: theme.rows.map(row => ({ ...row, firmness: null, evidence: null })) }))
    expect({ ...marked, firmness: plain.firmness, explanation: { ...marked.explanation, answers: bare } }).toEqual(plain)
    expect(plan).toBeDefined()
  })
})
