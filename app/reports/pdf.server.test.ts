/** Tests the printer with the real browser: what comes out is tagged, titled, in its language, and as many sheets as it should be. */
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answers } from '#app/core/answers.ts'
import type { Language } from '#app/core/questionnaire.ts'
import { hourBarWords } from '#app/assessments/hour-bar-words.ts'
import { paperFormView } from '#app/assessments/paper-form/form-view.ts'
import { formPaper } from '#app/assessments/paper-form/paper-form.server.tsx'
import { loadCatalogue } from '#app/catalogue/catalogue.server.ts'
import { sheetsAt } from '#app/paper/document.server.tsx'
import { closePrinter, paperOrigin, printPdf } from '#app/paper/pdf.server.ts'
import { builtFolder, builtFont } from '#app/paper/print-answer.server.ts'
import { cardView } from './card-view.ts'
import { cardPaper, reportPaper } from './paper.server.tsx'
import { company, reportOf, withLanguage } from './test-companies.ts'

function sheet(name: string): string {
  const found = readdirSync(path.join(builtFolder(), 'assets')).find(file => new RegExp(`^${name}-[\\w-]+\\.css$`).test(file))
  if (found === undefined) throw new Error(`the build has no style sheet ${name}`)
  return `/assets/${found}`
}

async function print(html: string): Promise<string> {
  const printed = await printPdf({ html, file: builtFont })
  if (!printed.ok) throw new Error(`${printed.reason}: ${String(printed.error)}`)
  return printed.pdf.toString('latin1')
}

async function report(name: string, language: Language, answers: Answers = {}): Promise<string> {
  const one = company(name, answers)
  const styles = sheetsAt(builtFolder(), [sheet('paraat'), sheet('report')])
  return await print(withLanguage(language, () => reportPaper({ language, styles }, reportOf(one, language), hourBarWords())))
}

async function card(name: string, language: Language): Promise<string> {
  const one = company(name)
  const styles = sheetsAt(builtFolder(), [sheet('paraat'), sheet('card')])
  return await print(withLanguage(language, () => cardPaper({ language, styles }, cardView(one.questionnaire, one.evidence, one.result, one.context))))
}

async function form(sector: string, alone: boolean, quick: boolean, language: Language): Promise<string> {
  const styles = sheetsAt(builtFolder(), [sheet('paraat'), sheet('paper-form')])
  const view = withLanguage(language, () => paperFormView(loadCatalogue().questionnaire(sector), { alone, quick }, language))
  return await print(withLanguage(language, () => formPaper({ language, styles }, view, 'http://localhost:3000/start')))
}

function pages(pdf: string): number {
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

beforeAll(() => {
  const built = spawnSync(process.execPath, ['app/commands/build.ts'], { encoding: 'utf8' })
  if (built.status !== 0) throw new Error(built.stderr)
}, 180_000)

afterAll(closePrinter)

describe('the printed report', () => {
  it('is tagged, with a title, a language, an outline and its fonts inside', async () => {
    const pdf = await report('bakkerij-de-korenaar', 'nl')
    expect(pdf).toMatch(/\/StructTreeRoot \d+ 0 R/)
    expect(pdf).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/)
    expect(pdf).toMatch(/\/Lang \(nl\)/)
    expect(pdf).toMatch(/\/Outlines \d+ 0 R/)
    expect(pdf).toMatch(/\/Title \((Rapport Paraat: Zonder stroom stop je na 4 uur|\\376\\377|þÿ)/)
    expect(pdf).not.toContain('/FontName /Liberation')
  })

  it('takes one sheet more at most when nothing is known and everything has to be done', async () => {
    const { questionnaire } = company('thuiszorg-de-sleutelbos')
    const unknown = Object.fromEntries(questionnaire.questions.map(question => [question.id, { unknown: true as const }]))
    expect(pages(await report('thuiszorg-de-sleutelbos', 'nl', unknown))).toBeLessThanOrEqual(9)
  })

  it.each([
    ['bakkerij-de-korenaar', 'nl'],
    ['bakkerij-de-korenaar', 'en'],
    ['thuiszorg-de-sleutelbos', 'nl'],
    ['thuiszorg-de-sleutelbos', 'en'],
    ['dakwerken-boven-water', 'nl'],
  ] as const)('takes six to eight sheets for %s in %s', async (name, language) => {
    const count = pages(await report(name, language))
    expect(count).toBeGreaterThanOrEqual(6)
    expect(count).toBeLessThanOrEqual(8)
  })
})

describe('the printed emergency card', () => {
  it.each([
    ['bakkerij-de-korenaar', 'nl'],
    ['bakkerij-de-korenaar', 'en'],
    ['tekstbureau-achter-de-dijk', 'nl'],
    ['tekstbureau-achter-de-dijk', 'en'],
  ] as const)('is exactly one sheet for %s in %s', async (name, language) => {
    const pdf = await card(name, language)
    expect(pages(pdf)).toBe(1)
    expect(pdf).toContain(`/Lang (${language})`)
    expect(pdf).toMatch(/\/StructTreeRoot \d+ 0 R/)
  })
})

describe('the printed form', () => {
  it.each([
    ['bouw', false, false, 'nl', 4, 6],
    ['land-tuinbouw', false, false, 'nl', 4, 6],
    ['land-tuinbouw', false, false, 'en', 4, 6],
    ['zorg-welzijn', true, false, 'en', 3, 5],
    ['algemeen', true, true, 'nl', 2, 3],
  ] as const)('of %s, for one person %s, quick %s, in %s takes %i to %i sheets', async (sector, alone, quick, language, least, most) => {
    const count = pages(await form(sector, alone, quick, language))
    expect(count).toBeGreaterThanOrEqual(least)
    expect(count).toBeLessThanOrEqual(most)
  })

  it('is tagged, with a title, a language and its fonts inside, and holds each hour row as a row of a table', async () => {
    const pdf = await form('bouw', false, false, 'nl')
    expect(pdf).toMatch(/\/StructTreeRoot \d+ 0 R/)
    expect(pdf).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/)
    expect(pdf.includes('/Lang (nl)')).toBe(true)
    const title = [...'Vragenlijst op papier'].map(letter => letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')).join('')
    expect(pdf.includes(`/Title <FEFF${title}`)).toBe(true)
    expect(pdf.includes('/FontName /Liberation')).toBe(false)
    const rows = pdf.match(/\/S \/TR\b/g)?.length ?? 0
    expect(rows).toBeGreaterThanOrEqual(12)
  })
})

describe('the printer', () => {
  it('answers requests from memory or refuses them, and runs no script', async () => {
    const asked: string[] = []
    const html = `<!doctype html><html lang="nl"><head><title>x</title></head><body><img src="${paperOrigin}/assets/a.png" alt=""><img src="http://127.0.0.1:9/b.png" alt=""><p id="p">staat</p><script>document.getElementById('p').remove(); for (let i = 0; i < 3; i++) document.body.append(document.createElement('hr'))</script></body></html>`
    const printed = await printPdf(
      {
        html,
        file: pathname => {
          asked.push(pathname)
          return undefined
        },
      },
    )
    expect(printed.ok).toBe(true)
    expect(asked).toEqual(['/assets/a.png'])
  })

  it('takes two at once and twenty waiting, and says that it is busy to the rest', async () => {
    const html = '<!doctype html><html lang="nl"><head><title>x</title></head><body><p>x</p></body></html>'
    const all = await Promise.all(Array.from({ length: 25 }, () => printPdf({ html, file: () => undefined })))
    expect(all.filter(one => one.ok)).toHaveLength(22)
    expect(all.filter(one => !one.ok && one.reason === 'busy')).toHaveLength(3)
  })

  it('says that it is unavailable when there is no browser, and prints again when there is one', async () => {
    await closePrinter()
    const job = { html: '<!doctype html><html lang="nl"><head><title>x</title></head><body><p>x</p></body></html>', file: () => undefined }
    const printed = await printPdf(job, '/nowhere/chromium')
    expect(printed).toMatchObject({ ok: false, reason: 'unavailable' })
    expect((await printPdf(job)).ok).toBe(true)
  })

  it('knows the fonts of the build and nothing else', () => {
    const font = readdirSync(path.join(builtFolder(), 'assets')).find(file => file.endsWith('.woff2'))!
    expect(builtFont(`/assets/${font}`)?.body).toEqual(readFileSync(path.join(builtFolder(), 'assets', font)))
    expect(builtFont('/assets/../../package.json')).toBeUndefined()
    expect(builtFont('/etc/passwd')).toBeUndefined()
  })
})
