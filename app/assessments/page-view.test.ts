/** What a page of questions shows while it is being filled in: always what scoring will look at, and no more than it needs to know. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '#app/catalogue/catalogue.server.ts'
import type { Answer } from '#app/core/answers.ts'
import type { Questionnaire } from '#app/core/questionnaire.ts'
import { sizes } from '#app/core/questionnaire.ts'
import type { Evidence } from '#app/core/result.ts'
import { answers, arbitraryCase, checklist, choice, evidence, questionnaire } from '#app/core/test-questionnaire.ts'
import { visibleQuestions } from '#app/core/visibility.ts'
import { noContent, type Content } from './answer-content.ts'
import { isSamePage, pageOf, type Page } from './flow.ts'
import { stillWaits, visibleOnPage } from './page-view.ts'
import { viewPage } from './view-page.server.ts'

function viewOf(page: Page, content: Questionnaire, given: Evidence) {
  const contents = new Map(Object.entries(given.answers).map(([id, answer]): [string, Content] => [id, { ...noContent, answer }]))
  return viewPage(page, content, given, { contents, versions: new Map() }, 'nl')
}

/** Holds what the page shows against what core sees, with the answers that are on the page now. */
function samePages(content: Questionnaire, given: Evidence) {
  const pages: Page[] = [{ kind: 'first' }, { kind: 'howLong' }, ...content.themes.map(theme => ({ kind: 'theme' as const, theme: theme.id }))]
  for (const page of pages) {
    const seen = visibleOnPage(viewOf(page, content, given), given.answers).map(({ id }) => id)
    const core = visibleQuestions(content, given).filter(question => isSamePage(pageOf(question), page))
    expect(seen).toEqual(core.map(({ id }) => id))
  }
}

describe('The questions on a page', () => {
  it('are those that core sees, in any questionnaire and with any answers', () => {
    fc.assert(fc.property(arbitraryCase, ({ questionnaire: content, evidence: given }) => samePages(content, given)), { numRuns: 300 })
  })

  it.each(loadCatalogue().sectors.map(({ id }) => id))('are those that core sees, for every company in %s', sector => {
    const content = loadCatalogue().questionnaire(sector)
    const answerTo = (question: Questionnaire['questions'][number]): fc.Arbitrary<Answer | undefined> =>
      fc.constantFrom<(Answer | undefined)[]>(
        undefined,
        { unknown: true },
        ...(question.options ?? []).map(({ id }) => ({ option: id })),
        ...(question.items ?? []).map(({ id }) => ({ items: [id] })),
      )
    const company = fc
      .tuple(fc.constantFrom<Evidence['mode'][]>('quick', 'full'), fc.constantFrom(...sizes), fc.tuple(...content.questions.map(answerTo)))
      .map(([mode, size, given]): Evidence => {
        const pairs = content.questions.flatMap(({ id }, index) => (given[index] === undefined ? [] : [[id, given[index]] as const]))
        return { mode, profile: { sector, size }, answers: Object.fromEntries(pairs) }
      })
    fc.assert(fc.property(company, given => samePages(content, given)), { numRuns: 60 })
  })

  it('appear and disappear with an answer given on the page, before anything is saved', () => {
    const content = questionnaire({
      questions: [choice('plan'), checklist('wat', { a: 1, b: 1 }, { showIf: { answer: { question: 'plan', in: ['ja'] } } }), choice('b', undefined, { showIf: { answer: { question: 'wat', in: ['b'] } } })],
    })
    const view = viewOf({ kind: 'theme', theme: 'a' }, content, evidence({}))
    const shown = (given: Parameters<typeof answers>[0]) => visibleOnPage(view, answers(given)).map(({ id }) => id)
    expect(shown({})).toEqual(['plan'])
    expect(shown({ plan: 'ja' })).toEqual(['plan', 'wat'])
    expect(shown({ plan: 'ja', wat: ['b'] })).toEqual(['plan', 'wat', 'b'])
    expect(shown({ plan: 'nee', wat: ['b'] })).toEqual(['plan'])
    expect(shown({ plan: '?', wat: ['b'] })).toEqual(['plan'])
  })

  it('tell the browser of other pages only the answers that a condition here looks at', () => {
    const content = questionnaire({
      questions: [
        choice('geheim', undefined, { theme: 'a' }),
        choice('genoemd', undefined, { theme: 'a' }),
        choice('hier', undefined, { theme: 'b', showIf: { answer: { question: 'genoemd', in: ['ja'] } } }),
      ],
    })
    const view = viewOf({ kind: 'theme', theme: 'b' }, content, evidence(answers({ geheim: 'ja', genoemd: 'ja' })))
    expect(view.facts.answers).toEqual({ genoemd: { option: 'ja' } })
    expect(JSON.stringify(view)).not.toContain('geheim')
  })

  it('ask whether the answer of last time still holds until anything is saved for them, here or by somebody else', () => {
    const content = questionnaire({ questions: [choice('oud'), choice('nieuw')] })
    const plain = viewOf({ kind: 'theme', theme: 'a' }, content, evidence(answers({ oud: 'ja' })))
    const view = { ...plain, questions: plain.questions.map(question => (question.id === 'oud' ? { ...question, lastTime: '3 maart 2025' } : question)) }
    const waiting = (versions: Record<string, number>) => view.questions.filter(question => stillWaits(view, question, versions)).map(({ id }) => id)
    expect(waiting({ oud: 0, nieuw: 0 })).toEqual(['oud'])
    expect(waiting({ oud: 0, nieuw: 1 })).toEqual(['oud'])
    expect(waiting({ oud: 1, nieuw: 0 })).toEqual([])
  })

  it('carry their words in one language and for the size of the company, and no scores', () => {
    const content = loadCatalogue().questionnaire('bouw')
    const page = { kind: 'theme', theme: 'mensen' } as const
    const stored = { contents: new Map(), versions: new Map() }
    const alone = viewPage(page, content, evidence({}, 'full', { size: '1' }), stored, 'nl')
    const many = viewPage(page, content, evidence({}, 'full', { size: '50-249' }), stored, 'en')
    const question = content.questions.find(one => one.theme === 'mensen' && one.type === 'choice' && one.sizeOne !== undefined)!
    expect(alone.questions.find(({ id }) => id === question.id)?.text).toBe(question.sizeOne?.nl)
    expect(many.questions.find(({ id }) => id === question.id)?.text).toBe(question.text.en)
    expect(JSON.stringify([alone, many])).not.toMatch(/"(score|weight)"/)
  })
})
