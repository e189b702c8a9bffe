/** The browser that comes with npm, for measuring pages. */
import sparticuz from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

/** Starts it; with `port`, other programs can drive it there too. */
export async function startBrowser(port?: number): Promise<Browser> {
  return await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? (await sparticuz.executablePath()),
    args: [
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(port === undefined ? [] : [`--remote-debugging-port=${port}`]),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
}
