/** What folds out under a question: the reason, an example, and where it rests on. */
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '#app/catalogue/catalogue.server.ts'
import type { Question } from '#app/core/questionnaire.ts'
import { reasonOf } from './reason.server.tsx'

const bouw = loadCatalogue().questionnaire('bouw')
const named = (holds: (question: Question) => boolean) => bouw.questions.find(holds)!

describe('The reason for a question', () => {
  it('is told in the language of the page', () => {
    const question = named(one => one.why !== undefined && !/["'&<>]/.test(one.why.nl + one.why.en))
    expect(reasonOf(bouw, question, 'nl', '10-49')).toContain(`<p>${question.why!.nl}</p>`)
    expect(reasonOf(bouw, question, 'en', '10-49')).toContain(`<p>${question.why!.en}</p>`)
    expect(reasonOf(bouw, question, 'nl', '10-49')).toContain('<strong>Voorbeeld:</strong>')
    expect(reasonOf(bouw, question, 'en', '10-49')).toContain('<strong>Example:</strong>')
  })
  it('has its own example for who works alone', () => {
    const question = named(one => one.exampleSizeOne !== undefined && !/["'&<>]/.test(one.exampleSizeOne.nl))
    expect(reasonOf(bouw, question, 'nl', '1')).toContain(question.exampleSizeOne!.nl)
    expect(reasonOf(bouw, question, 'nl', '2-9')).not.toContain(question.exampleSizeOne!.nl)
  })
  it('leads to each source, and says when it is also our judgement', () => {
    const judged = named(one => one.why !== undefined && one.sources.includes('oordeel') && one.sources.length > 1)
    const other = judged.sources.find(id => id !== 'oordeel')
    const source = bouw.sources.find(one => one.id === other)!
    const reason = reasonOf(bouw, judged, 'nl', '10-49')
    expect(reason).toContain(`<a href="${source.url.replaceAll('&', '&amp;')}"`)
    expect(reason).toContain('ons eigen oordeel')
    const sourced = named(one => one.why !== undefined && !one.sources.includes('oordeel'))
    expect(reasonOf(bouw, sourced, 'nl', '10-49')).not.toContain('ons eigen oordeel')
  })
  it('cannot put anything into the page but words', () => {
    const question = { ...named(one => one.why !== undefined), why: { nl: '<script>alert(1)</script>', en: '' } }
    expect(reasonOf(bouw, question, 'nl', '10-49')).toContain('&lt;script&gt;')
  })
  it('is left out where nothing is said', () => {
    expect(reasonOf(bouw, { ...bouw.questions[0]!, why: undefined }, 'nl', '10-49')).toBeNull()
  })
})
