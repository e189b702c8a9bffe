/** In which order a company goes through a scan, and what is still left of it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryCase, answers, choice, endurance, evidence, info, questionnaire, tolerance } from '#app/core/test-questionnaire.ts'
import type { Actor } from '#app/core/permissions.ts'
import { visibleQuestions } from '#app/core/visibility.ts'
import { isSamePage, openQuestions, pageAfter, pageOf, progressFor, progressOf, questionsOn, themeOf } from './flow.ts'

const guest: Actor = { role: 'guest', themes: [] }
const content = questionnaire({
  questions: [
    info('wat-door', ['werk', 'anders'], { theme: 'c' }),
    tolerance('stilstand', { theme: 'c' }),
    endurance('zonder-stroom', 'power', { theme: 'b' }),
    choice('noodplan', undefined, { theme: 'b' }),
    choice('oefening', undefined, { theme: 'b', quick: false, showIf: { answer: { question: 'noodplan', in: ['ja'] } } }),
    choice('sleutel', undefined, { theme: 'a' }),
  ],
})
const first = { kind: 'first' } as const
const howLong = { kind: 'howLong' } as const
const theme = (id: string) => ({ kind: 'theme' as const, theme: id })
const counted = (given: Parameters<typeof answers>[0]) => progressOf(content, evidence(answers(given))).map(({ asked, left }) => [asked, left])

describe('The way through a scan', () => {
  it('asks what must go on first, then how long, then theme after theme in the order of the themes', () => {
    expect(progressOf(content, evidence({})).map(({ page }) => page)).toEqual([first, howLong, theme('a'), theme('b')])
  })

  it('puts what is not scored on the first page, endurance on the second and the rest on its theme, whatever theme a file gives', () => {
    expect(content.questions.map(question => pageOf(question))).toEqual([first, first, howLong, theme('b'), theme('b'), theme('a')])
    expect(questionsOn(theme('b'), content).map(({ id }) => id)).toEqual(['noodplan', 'oefening'])
  })

  it('leaves a page out where nothing is asked, such as a theme without questions', () => {
    expect(progressOf(content, evidence({})).some(({ page }) => isSamePage(page, theme('c')))).toBe(false)
  })

  it('counts what is asked and what is left, and "weet ik niet" and "niet van toepassing" are answers', () => {
    expect(counted({})).toEqual([[2, 2], [1, 1], [1, 1], [1, 1]])
    expect(counted({ 'wat-door': 'werk', 'zonder-stroom': '?', sleutel: '-' })).toEqual([[2, 1], [1, 0], [1, 0], [1, 1]])
  })

  it('counts a question that an answer brought up, and forgets it when the answer changes', () => {
    expect(counted({ noodplan: 'ja' })[3]).toEqual([2, 1])
    expect(counted({ noodplan: 'nee', oefening: 'ja' })[3]).toEqual([1, 0])
  })

  it('asks only quick questions in a quick scan', () => {
    const quick = progressOf(content, evidence(answers({ noodplan: 'ja' }), 'quick'))
    expect(quick.find(({ page }) => isSamePage(page, theme('b')))?.asked).toBe(1)
  })

  it('leads from page to page and back, and nowhere beyond the ends', () => {
    const given = evidence({})
    expect(pageAfter(first, content, given, guest)).toEqual(howLong)
    expect(pageAfter(theme('a'), content, given, guest)).toEqual(theme('b'))
    expect(pageAfter(theme('b'), content, given, guest)).toBeNull()
  })

  it('leads a contributor through the given themes only', () => {
    const contributor: Actor = { role: 'contributor', themes: ['b'] }
    expect(progressFor(contributor, content, evidence({})).map(({ page }) => page)).toEqual([theme('b')])
    expect(pageAfter(theme('b'), content, evidence({}), contributor)).toBeNull()
    expect(progressFor({ role: 'reader', themes: [] }, content, evidence({}))).toEqual([])
  })

  it('tells two themes apart and knows a page again', () => {
    expect(isSamePage(theme('a'), theme('a'))).toBe(true)
    expect(isSamePage(theme('a'), theme('b'))).toBe(false)
    expect(isSamePage(first, howLong)).toBe(false)
  })

  it('names what stands between a scan and its report: scored, visible and without an answer', () => {
    expect(openQuestions(content, evidence({})).map(({ id }) => id)).toEqual(['zonder-stroom', 'noodplan', 'sleutel'])
    expect(openQuestions(content, evidence(answers({ 'zonder-stroom': '?', noodplan: 'ja', sleutel: '-' }))).map(({ id }) => id)).toEqual(['oefening'])
  })

  it('finds a theme by its id and none for a made-up one', () => {
    expect(themeOf(content, 'b')?.id).toBe('b')
    expect(themeOf(content, 'toString')).toBeUndefined()
    expect(themeOf(content, undefined)).toBeUndefined()
  })

  it('shows every visible question on exactly one page', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ questionnaire: any, evidence: given }) => {
        const asked = progressOf(any, given).reduce((sum, page) => sum + page.asked, 0)
        expect(asked).toBe(visibleQuestions(any, given).length)
      }),
    )
  })
})
