/** The Word report: made of real headings, lists and tables, readable aloud, and with the same words and numbers as the report on screen. */
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { hourBarWords } from '#app/assessments/hour-bar-words.ts'
import type { Language } from '#app/core/questionnaire.ts'
import { cardView } from '../card-view.ts'
import type { ReportView } from '../report-view.ts'
import { company, reportOf, withLanguage, type TestCompany } from '../test-companies.ts'
import { colours } from './word-colours.ts'
import { wordReport } from './word-document.server.ts'
import type { PlanLine } from './word-plan.server.ts'

type Opened = { readonly view: ReportView; readonly files: Record<string, Uint8Array>; readonly xml: string; readonly text: string }

async function opened(one: TestCompany, language: Language = 'nl', plan: readonly PlanLine[] = [], name: string | null = null): Promise<Opened> {
  const view = reportOf(one, language)
  const words = () => wordReport({ view, card: cardView(one.questionnaire, one.evidence, one.result, one.context), plan, words: hourBarWords(), company: name })
  const files = unzipSync(new Uint8Array(await withLanguage(language, words)))
  const xml = strFromU8(files['word/document.xml']!)
  return { view, files, xml, text: textOf(xml) }
}

const decoded = (text: string) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&')
const textOf = (xml: string) => decoded([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('|'))
const part = ({ files }: Opened, pattern: RegExp) => Object.keys(files).filter(name => pattern.test(name)).map(name => strFromU8(files[name]!)).join('')
const paragraphs = (xml: string) => [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => paragraph)
const levelsOf = (xml: string) => paragraphs(xml).flatMap(paragraph => (/<w:pStyle w:val="Heading(\d)"\/>/.exec(paragraph) ?? []).slice(1).map(Number))

describe.each([
  ['a company of one person', 'tekstbureau-achter-de-dijk'],
  ['a company with everything asked', 'gieterij-de-vonk'],
])('The Word report of %s', (_, name) => {
  it('has headings that begin at the finding and leave out no level', async () => {
    const report = await opened(company(name))
    const levels = levelsOf(report.xml)
    expect(levels[0]).toBe(1)
    expect(levels.filter(level => level === 1)).toHaveLength(2)
    expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true)
    const first = paragraphs(report.xml).find(paragraph => paragraph.includes('"Heading1"')) ?? ''
    expect(textOf(first)).toBe(report.view.campaign.find(scenario => scenario.id === report.view.worst)?.finding.heading)
  })

  it('says in each picture what it shows, and holds a PNG beside each drawing', async () => {
    const report = await opened(company(name))
    const said = [...report.xml.matchAll(/<wp:docPr ([^>]*)\/?>/g)].map(([, attributes]) => decoded(/descr="([^"]*)"/.exec(attributes ?? '')?.[1] ?? ''))
    for (const scenario of report.view.campaign) expect(said).toContain(scenario.sentence)
    expect(said).toContain(report.view.themes.sentence)
    expect(said.every(words => words.length > 20)).toBe(true)
    const media = Object.keys(report.files).filter(file => file.startsWith('word/media/'))
    expect(media.filter(file => file.endsWith('.svg'))).toHaveLength(media.filter(file => file.endsWith('.png')).length)
    for (const file of media.filter(one => one.endsWith('.svg'))) expect(strFromU8(report.files[file]!)).not.toMatch(/var\(|<text/)
    expect(said.length).toBeGreaterThanOrEqual(media.length / 2)
  })

  it('tells every number of the report on screen', async () => {
    const { view, text } = await opened(company(name))
    const words = [
      view.mustGoOn, view.level.title, view.level.points, view.level.basics, view.musts.heading, view.measures.heading, view.themes.heading, view.explanation.version,
      ...view.campaign.flatMap(one => [one.finding.heading, one.needed, one.weakest, one.readiness, ...one.timeline.flatMap(step => [step.when, step.last])]),
      ...view.others.rows.flatMap(row => [row.title, row.stop, row.need, row.readiness]),
      ...view.measures.themes.flatMap(theme => [theme.heading, ...theme.measures.flatMap(one => [one.title, one.firstStep, ...one.wins])]),
      ...view.themes.themes.flatMap(theme => [theme.label, theme.text, theme.weight, `${theme.points ?? '–'}`]),
      ...view.explanation.answers.flatMap(theme => [theme.title, ...theme.rows.flatMap(row => [row.question, row.answer, row.counts, row.weight, row.points])]),
      ...view.baseline.rows.map(row => row.share),
      ...view.sources.map(source => source.title),
    ]
    for (const one of words) if (one !== null) expect(text).toContain(one)
  })
})

it.each([['nl', 'nl-NL', 'Pagina '], ['en', 'en-GB', 'Page ']] as const)('is in %s for whoever reads it aloud or checks its spelling', async (language, tag, page) => {
  const report = await opened(company('tekstbureau-achter-de-dijk'), language)
  expect(strFromU8(report.files['word/styles.xml']!)).toContain(`<w:lang w:val="${tag}"`)
  expect(part(report, /^word\/footer\d/)).toContain(page)
  expect(part(report, /^word\/header\d/)).toContain(report.view.version)
  expect(strFromU8(report.files['docProps/core.xml']!)).toMatch(/<dc:title>[^<]{10,}<\/dc:title>.*<dc:creator>Paraat<\/dc:creator>/s)
})

it('says the head of each table with columns again on every page, and its lists are lists', async () => {
  const { xml } = await opened(company('gieterij-de-vonk'))
  const heads = xml.match(/<w:tblHeader\/>/g) ?? []
  expect(heads.length).toBeGreaterThan(10)
  expect(heads).toHaveLength((xml.match(/<w:tbl>(?:(?!<\/w:tbl>).)*?"CellHead"/gs) ?? []).length)
  expect((xml.match(/<w:numPr>/g) ?? []).length).toBeGreaterThan(20)
})

it('has the first measures as a plan to fill in, where nothing was taken up', async () => {
  const { view, text } = await opened(company('gieterij-de-vonk'))
  expect(text).toContain('Vul in wie het doet, en wanneer')
  const plan = text.slice(text.indexOf('Vul in wie het doet'))
  for (const measure of [...view.thisWeek, ...view.thisMonth]) expect(plan).toContain(measure.title)
})

it('has the plan as it stands, with who, when and how far', async () => {
  const { text } = await opened(company('gieterij-de-vonk'), 'nl', [
    { title: 'Aggregaat <testen> & tanken', owner: 'Sanne', dueOn: '2026-12-01', state: 'busy' },
    { title: 'Sleutel bij de buren', owner: null, dueOn: null, state: 'done' },
  ])
  expect(text).toContain('Je plan: 2 acties')
  expect(text).toContain('Aggregaat <testen> & tanken|Sanne|1 december 2026|Bezig')
  expect(text).toContain('Sleutel bij de buren||')
})

it('says which answers are old, and how much of the score rests on them', async () => {
  const one = company('gieterij-de-vonk')
  const confirmed = Object.fromEntries(Object.keys(one.evidence.answers).map(id => [id, { firmness: null, evidence: null, confirmed: '2024-01-05' }]))
  const { view, text } = await opened({ ...one, context: { ...one.context, marks: confirmed, today: '2026-11-24' } })
  expect(view.old).not.toBeNull()
  expect(text).toContain(view.old)
  for (const theme of view.explanation.answers) for (const row of theme.rows) if (row.old !== null) expect(text).toContain(row.old)
})

it('bears the name of the company, and of a guest a line for the pen', async () => {
  const one = company('tekstbureau-achter-de-dijk')
  expect(part(await opened(one, 'nl', [], 'Bakker & Zoon'), /^word\/header\d/)).toContain('Bedrijf: Bakker &amp; Zoon')
  expect(part(await opened(one), /^word\/header\d/)).toContain('Bedrijf: ………')
})

it('opens whatever was typed: a character that no document may hold is left out', async () => {
  const { xml } = await opened(company('tekstbureau-achter-de-dijk'), 'nl', [{ title: 'Bel\u0000 de \u0008buren 🔦', owner: null, dueOn: null, state: 'open' }])
  expect(textOf(xml)).toContain('Bel de buren 🔦')
})

it('draws in the colours of the light screen', () => {
  const tokens = readFileSync(new URL('../../ui/tokens.css', import.meta.url), 'utf8')
  for (const [name, value] of Object.entries(colours)) expect(tokens.split('@media')[0]).toContain(`--${name}: ${value};`)
})
