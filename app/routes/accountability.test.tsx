/** The accountability page as it is sent: its example can be done over by hand, and it is not too heavy for all that it holds. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { brotliCompressSync } from 'node:zlib'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { evaluate } from '#app/core/evaluate.ts'
import { points } from '#app/core/numbers.ts'
import type { Language } from '#app/core/questionnaire.ts'
import { isScored } from '#app/core/questionnaire.ts'
import { hourBarWords } from '#app/assessments/hour-bar-words.ts'
import { AccountabilityPage } from '#app/catalogue/accountability/accountability-page.tsx'
import { readExampleCompany } from '#app/catalogue/accountability/example-company.server.ts'
import { contentFolder, loadCatalogue } from '#app/catalogue/catalogue.server.ts'
import { keepLanguageIn, withLanguage } from '#app/i18n/language.ts'
import { pathsIn } from '#app/paths.ts'
import { toldOnce } from './accountability-told.server.ts'

keepLanguageIn(new AsyncLocalStorage<Language>())
const catalogue = loadCatalogue()
const company = readExampleCompany(contentFolder())
const result = evaluate(catalogue.questionnaire(company.sector), company.evidence)
const { example } = withLanguage('nl', () => toldOnce(catalogue, 'nl'))

/** "46,3" → 46.3 */
const read = (written: string) => Number(written.replace(',', '.').replace(/[^\d.]/g, ''))
/** "(50 + 0 + 100) : 3" done by hand, a value with a weight as "2 × 50". */
function done(formula: string): number {
  const [, sum = '', by = ''] = /^\((.+)\) : (.+)$/.exec(formula) ?? []
  const product = (part: string) => part.split(' × ').reduce((total, factor) => total * read(factor), 1)
  return sum.split(' + ').reduce((total, part) => total + product(part), 0) / read(by)
}

describe('the worked example', () => {
  it('has the theme, the total and the levels that the scoring gives this company', () => {
    const theme = result.themes.find((one) => one.capped)
    expect(example.theme.points).toBe(points(theme?.score ?? NaN))
    expect(example.theme.level).toBe(theme?.level)
    expect(example.overall.points).toBe(points(result.overall.score ?? NaN))
    expect(example.overall.level).toBe(result.overall.level)
    expect(example.overall.unmet).toHaveLength(result.overall.unmetMusts)
    expect(example.themes.map(({ score }) => (score === null ? null : read(score)))).toEqual(
      result.themes.map(({ score }) => (score === null ? null : Math.round(score * 10) / 10)),
    )
  })

  it('shows a theme that a missing basic measure holds down', () => {
    expect(example.theme.capped).toBe(true)
    expect(example.theme.unmet.length).toBeGreaterThan(0)
    expect(example.theme.uncapped).toBeGreaterThan(example.theme.level ?? 5)
  })

  it('comes to the same when the sums are done by hand', () => {
    expect(done(example.theme.formula)).toBeCloseTo(read(example.theme.score), 0)
    expect(done(example.overall.formula)).toBeCloseTo(read(example.overall.score), 0)
    expect(Math.abs(done(example.theme.formula) - read(example.theme.score))).toBeLessThan(0.11)
  })

  it('says how long the company has to last: the disruption less what it can stand still', () => {
    const stroom = result.scenarios.find(({ id }) => id === 'stroom')
    const { target, tolerance, left, needed, endurance, short } = example.scenario
    expect(read(target) - read(tolerance)).toBe(read(left))
    expect([read(tolerance), read(needed), read(endurance), read(short ?? '0')]).toEqual([result.tolerance, stroom?.needed, stroom?.endurance, stroom?.short])
    expect(read(left)).toBe(read(needed))
  })

  it('marks the weakest link: nothing that falls away stops the company earlier', () => {
    const stops = example.scenario.steps.map(({ stops: when }) => (/dag|we[ek]/.test(when) ? Infinity : read(when)))
    const weakest = example.scenario.steps.findIndex((step) => step.weakest)
    expect(stops[weakest]).toBe(Math.min(...stops))
    expect(example.scenario.steps[weakest]?.label).toBe(example.scenario.weakest)
  })
})

describe.each(['nl', 'en'] as const)('the page in %s', (language) => {
  const html = withLanguage(language, () =>
    renderToStaticMarkup(<AccountabilityPage {...toldOnce(catalogue, language)} words={hourBarWords()} paths={pathsIn(language)} />),
  )

  it('holds the code of every scored question of every sector', () => {
    const questions = catalogue.sectors.flatMap(({ id }) => catalogue.questionnaire(id).questions.filter(isScored))
    expect(questions.filter(({ id }) => !html.includes(`<code>${id}</code>`)).map(({ id }) => id)).toEqual([])
  })

  it('has the place that our own judgement is cited with, and a way to each part', () => {
    expect(html).toContain('id="oordeel"')
    for (const [, id] of html.matchAll(/href="#([\w-]+)"/g)) expect(html, id).toContain(`id="${id}"`)
  })

  it('speaks the language of the reader only', () => {
    const other = language === 'nl' ? 'en' : 'nl'
    const [first] = catalogue.questionnaire('algemeen').questions.filter(isScored)
    expect(html).toContain(first?.text[language])
    expect(html).not.toContain(first?.text[other])
  })

  it('is sent in less than 60 KB', () => {
    expect(brotliCompressSync(html).length).toBeLessThan(60_000)
  })
})
