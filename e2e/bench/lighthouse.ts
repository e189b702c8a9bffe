/** Lighthouse, as on a telephone, of home, a theme page and a report: the median of three runs each. */
import lighthouse from 'lighthouse'
import type { Browser } from 'playwright-core'
import { pathsIn } from '#app/paths.ts'
import { repeating } from '#app/catalogue/simulation/random.ts'
import { finish, openLine } from '../guest.ts'
import { freePort, startServer } from '../real-server.ts'
import { startBrowser } from './browser.ts'
import { companyOf, fullestTheme, largestQuestionnaire } from './sample-answers.ts'
import { answeredScan } from './scan-for-measuring.ts'
import { median } from './table.ts'
import type { Line } from './table.ts'

const runs = 3
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
type Category = (typeof categories)[number]
type Run = { readonly scores: Readonly<Record<Category, number>>; readonly faults: readonly string[] }

const everywhere: Partial<Record<Category, number>> = { performance: 98, accessibility: 100, 'best-practices': 100 }

/** Lighthouse may still ask a page something that it has closed itself; nobody waits for that answer. Anything else is an error. */
function ignoreClosedPage(error: unknown): void {
  if (!(error instanceof Error && error.message.includes('Session closed'))) throw error
}

export async function measureLighthouse(): Promise<Line[]> {
  process.on('unhandledRejection', ignoreClosedPage)
  const server = await startServer()
  const port = await freePort()
  const browser: Browser = await startBrowser(port)
  const line = openLine(server.port, 4)
  try {
    const questionnaire = largestQuestionnaire()
    const theme = fullestTheme(questionnaire, companyOf(questionnaire, repeating(3), '10-49'))
    const [open, done] = [await answeredScan(line, questionnaire), await answeredScan(line, questionnaire)]
    await finish(line, done)
    const paths = pathsIn('nl')
    const pages = [
      { name: 'home', address: paths.home, cookie: undefined, bars: { ...everywhere, seo: 100 } },
      { name: `theme page (${theme})`, address: paths.theme(open.scan, theme), cookie: open.cookie, bars: everywhere },
      { name: 'report', address: paths.report(done.scan), cookie: done.cookie, bars: everywhere },
    ]
    const lines: Line[] = []
    for (const { name, address, cookie, bars } of pages) {
      if (cookie !== undefined) await giveCookie(browser, server.origin, cookie)
      const outcomes: Run[] = []
      for (let run = 0; run < runs; run++) outcomes.push(await visit(port, server.origin + address))
      lines.push(lineOf(name, outcomes, bars))
    }
    return lines
  } finally {
    line.close()
    await browser.close()
    await server.stop()
    process.off('unhandledRejection', ignoreClosedPage)
  }
}

/** Puts the guest's cookie into the browser that Lighthouse drives; it empties the cache for each run, but keeps cookies. */
async function giveCookie(browser: Browser, url: string, cookie: string): Promise<void> {
  const [name, value] = cookie.split('=') as [string, string]
  const session = await browser.newBrowserCDPSession()
  await session.send('Storage.setCookies', { cookies: [{ name, value, url, secure: true, httpOnly: true }] })
  await session.detach()
}

async function visit(port: number, url: string): Promise<Run> {
  const outcome = await lighthouse(url, {
    port,
    onlyCategories: [...categories],
    formFactor: 'mobile',
    logLevel: 'error',
  })
  if (outcome === undefined) throw new Error(`Lighthouse said nothing of ${url}.`)
  const { lhr } = outcome
  if (lhr.runtimeError !== undefined) throw new Error(`${url}: ${lhr.runtimeError.message}`)
  if (lhr.finalDisplayedUrl !== url) throw new Error(`${url} led to ${lhr.finalDisplayedUrl}.`)
  const scores = Object.fromEntries(categories.map(category => [category, Math.round((lhr.categories[category]?.score ?? 0) * 100)]))
  const faults = categories.flatMap(category =>
    (lhr.categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
      const audit = lhr.audits[id]
      const failed = audit !== undefined && audit.score !== null && audit.score < 0.9 && weight > 0
      return failed ? [`${category}: ${audit.title}${audit.displayValue === undefined ? '' : ` (${audit.displayValue})`}`] : []
    }),
  )
  return { scores: scores as Record<Category, number>, faults }
}

function lineOf(name: string, outcomes: readonly Run[], bars: Partial<Record<Category, number>>): Line {
  const middle = (category: Category) => median(outcomes.map(outcome => outcome.scores[category]))
  const met = categories.every(category => middle(category) >= (bars[category] ?? 0))
  if (!met) for (const fault of new Set(outcomes.flatMap(outcome => outcome.faults))) process.stderr.write(`  ${name}: ${fault}\n`)
  return {
    name: `Lighthouse: ${name}`,
    figure: categories.map(category => `${category} ${middle(category)}`).join(', '),
    bar: categories.flatMap(category => (bars[category] === undefined ? [] : [`${category} ≥ ${bars[category]}`])).join(', '),
    met,
  }
}
