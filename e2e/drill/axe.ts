/** The whole of axe over every page, of guests and of members: both languages, light and dark, at 320, 360 and 1280 px, and nothing that scrolls sideways. */
import { chromium } from '@playwright/test'
import sparticuz from '@sparticuz/chromium'
import { openCompanyPages } from '../company-pages.ts'
import { openEveryPage, unclean } from '../every-page.ts'
import { ownServer } from '../own-server.ts'
import { startServer } from '../real-server.ts'
import type { Outcome } from './drill.ts'

export async function drillAxe(): Promise<Outcome> {
  const server = await startServer()
  const executablePath = process.env.CHROMIUM_PATH ?? (await sparticuz.executablePath())
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'] })
  const broken: string[] = []
  let looked = 0
  try {
    for (const language of ['nl', 'en'] as const) {
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const width of [320, 360, 1280]) {
          const context = await browser.newContext({ baseURL: server.origin, viewport: { width, height: 900 }, colorScheme, locale: language })
          const page = await context.newPage()
          const look = async (name: string) => {
            looked += 1
            const place = `${name}, ${language}, ${colorScheme}, ${width} px`
            for (const { rule, where } of await unclean(page, false)) broken.push(`${place}: ${rule}\n    ${where.join('\n    ')}`)
            const wide = await page.evaluate(() => document.documentElement.scrollWidth)
            if (wide > width) broken.push(`${place}: is ${wide} px wide`)
          }
          await openEveryPage(page, server.origin, language, look)
          const members = await ownServer()
          await openCompanyPages(page, members, language, look).finally(() => members.stop())
          await context.close()
        }
      }
    }
  } finally {
    await browser.close()
    await server.stop()
  }
  return { saw: [`${looked} pages looked at`], broken }
}
