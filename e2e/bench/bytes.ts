/** What a first visit costs, as a browser with an empty cache loads it: bytes of HTML, JavaScript, styles and fonts, against a SurveyJS page. */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { pathsIn } from '#app/paths.ts'
import { repeating } from '#app/catalogue/simulation/random.ts'
import { finish, openLine } from '../guest.ts'
import { root, startServer } from '../real-server.ts'
import { startBrowser } from './browser.ts'
import { companyOf, fullestTheme, largestQuestionnaire } from './sample-answers.ts'
import { answeredScan } from './scan-for-measuring.ts'
import { startSurveySite } from './survey-site.ts'
import type { Line } from './table.ts'

const bar = 110

/** Bytes on the wire, bodies only, by kind. `rest` is pictures, the manifest and data. */
type Weight = { html: number; js: number; css: number; fonts: number; rest: number; readonly scripts: string[] }

export async function measureBytes(): Promise<Line[]> {
  const [server, survey, browser] = await Promise.all([startServer(), startSurveySite(), startBrowser()])
  const line = openLine(server.port, 4)
  try {
    const questionnaire = largestQuestionnaire()
    const theme = fullestTheme(questionnaire, companyOf(questionnaire, repeating(3), '10-49'))
    const [open, done] = [await answeredScan(line, questionnaire), await answeredScan(line, questionnaire)]
    await finish(line, done)
    const paths = pathsIn('nl')
    const baseline = await weigh(browser, survey.address)
    const pages = [
      { name: 'home', address: paths.home, cookie: undefined },
      { name: `theme page (${theme})`, address: paths.theme(open.scan, theme), cookie: open.cookie },
      { name: 'report', address: paths.report(done.scan), cookie: done.cookie },
    ]
    const lines: Line[] = []
    for (const page of pages) {
      const weight = await weigh(browser, server.origin + page.address, page.cookie)
      const chart = weight.scripts.find(script => /recharts/i.test(script))
      if (chart !== undefined) throw new Error(`Chart code reaches the browser on ${page.name}.`)
      lines.push(lineOf(page.name, weight, baseline))
    }
    insistOnNoChartCode()
    return lines
  } finally {
    line.close()
    survey.server.close()
    await browser.close()
    await server.stop()
  }
}

function lineOf(name: string, weight: Weight, baseline: Weight): Line {
  const [ours, theirs] = [withoutFonts(weight), withoutFonts(baseline)]
  const { html, js, css, fonts, rest } = weight
  return {
    name: `first visit: ${name}`,
    figure: `${kb(ours)} (HTML ${kb(html)}, JS ${kb(js)}, CSS ${kb(css)}, rest ${kb(rest)}) + fonts ${kb(fonts)}`,
    baseline: `${kb(theirs)} SurveyJS page, same questions`,
    ratio: `1/${(theirs / ours).toFixed(1)}`,
    bar: `≤ ${bar} KB without fonts`,
    met: ours <= bar * 1000,
  }
}

function withoutFonts({ html, js, css, rest }: Weight): number {
  return html + js + css + rest
}

function kb(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`
}

/** Opens the page with an empty cache. Throws where something does not load or is not in brotli though it could be. */
async function weigh(browser: Browser, address: string, cookie?: string): Promise<Weight> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    if (cookie !== undefined) {
      const [name, value] = cookie.split('=') as [string, string]
      const session = await context.newCDPSession(page)
      await session.send('Network.setCookie', { name, value, url: address, path: '/', secure: true, httpOnly: true })
    }
    const weight: Weight = { html: 0, js: 0, css: 0, fonts: 0, rest: 0, scripts: [] }
    const measured: Promise<void>[] = []
    page.on('requestfinished', request => {
      measured.push(
        (async () => {
          const [reply, sizes] = [(await request.response())!, await request.sizes()]
          if (reply.status() !== 200) throw new Error(`${request.url()} came to ${reply.status()}.`)
          const type = request.resourceType()
          const kind = type === 'document' ? 'html' : type === 'script' ? 'js' : type === 'stylesheet' ? 'css' : type === 'font' ? 'fonts' : 'rest'
          weight[kind] += sizes.responseBodySize
          const compressed = (await reply.headerValue('content-encoding')) === 'br'
          if (kind !== 'fonts' && kind !== 'rest' && sizes.responseBodySize > 1000 && !compressed) throw new Error(`${request.url()} is not in brotli.`)
          if (kind === 'js') weight.scripts.push(await reply.text())
        })(),
      )
    })
    await page.goto(address, { waitUntil: 'networkidle' })
    await Promise.all(measured)
    return weight
  } finally {
    await context.close()
  }
}

/** Throws where any script that a browser could load holds chart code. */
function insistOnNoChartCode(): void {
  const folder = path.join(root, 'build/client')
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.js'))
  const guilty = scripts.filter(name => /recharts/i.test(readFileSync(path.join(folder, name), 'utf8')))
  if (guilty.length > 0) throw new Error(`Chart code in ${guilty.join(', ')}.`)
}
