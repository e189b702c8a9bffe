/**
 * The printer: turns a finished HTML document into a tagged PDF with the browser that comes with the packages. One browser, one page a
 * job, JavaScript off; every request is answered from memory or refused, and it never has a cookie or an address of ours.
 */
import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'

/** Files in a document to print are addressed here; there is no such host. */
export const paperOrigin = 'http://paper.invalid'

export type PaperFile = { readonly type: string; readonly body: Buffer }
export type PrintJob = {
  readonly html: string
  /** the file at a path under paperOrigin, from memory */
  readonly file: (pathname: string) => PaperFile | undefined
}
export type Printed =
  | { readonly ok: true; readonly pdf: Buffer }
  /** `busy`: too many wait; `unavailable`: no browser that starts; `failed`: this job went wrong or took too long */
  | { readonly ok: false; readonly reason: 'busy' | 'unavailable' | 'failed'; readonly error?: unknown }

const atOnce = 2
const mayWait = 20
const timeLimit = 20_000
const idleLimit = 60_000

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']
const flags = ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

let browser: Promise<Browser> | undefined
let idle: NodeJS.Timeout | undefined
let running = 0
const waiting: (() => void)[] = []

/**
 * Prints one document on A4 as its own style says. At most two jobs run, twenty wait, and none takes longer than twenty seconds.
 * `executable` is the browser of the settings; without it an installed one is taken, else the one of the packages.
 */
export async function printPdf(job: PrintJob, executable?: string): Promise<Printed> {
  if (running >= atOnce) {
    if (waiting.length >= mayWait) return { ok: false, reason: 'busy' }
    await new Promise<void>(resolve => waiting.push(resolve))
  } else running += 1
  clearTimeout(idle)
  try {
    return await printWithin(job, executable)
  } finally {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
    if (running === 0) idle = setTimeout(() => void closePrinter(), idleLimit).unref()
  }
}

/** Lets the browser go; the next job starts a new one. Also the last thing before the process ends. */
export async function closePrinter(): Promise<void> {
  clearTimeout(idle)
  const closing = browser
  browser = undefined
  await closing?.then(open => open.close()).catch(() => undefined)
}

async function printWithin(job: PrintJob, executable: string | undefined): Promise<Printed> {
  let open: Browser
  try {
    browser ??= launch(executable)
    open = await browser
  } catch (error) {
    browser = undefined
    return { ok: false, reason: 'unavailable', error }
  }
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<Printed>(resolve => {
    timer = setTimeout(() => resolve({ ok: false, reason: 'failed', error: new Error(`printing took longer than ${timeLimit} ms`) }), timeLimit)
  })
  const printed = print(open, job).catch((error: unknown): Printed => ({ ok: false, reason: 'failed', error }))
  const result = await Promise.race([printed, tooLong])
  clearTimeout(timer)
  // a browser that hangs or is gone is not asked again
  if (!result.ok && (!open.isConnected() || String(result.error).includes('longer than'))) await closePrinter()
  return result
}

async function print(open: Browser, job: PrintJob): Promise<Printed> {
  const context = await open.newContext({ javaScriptEnabled: false, serviceWorkers: 'block', acceptDownloads: false })
  try {
    await context.route('**/*', async route => {
      const url = new URL(route.request().url())
      const file = url.origin === paperOrigin ? job.file(url.pathname) : undefined
      if (file === undefined) return await route.abort()
      return await route.fulfill({ body: file.body, contentType: file.type, headers: { 'Access-Control-Allow-Origin': '*' } })
    })
    const page = await context.newPage()
    await page.emulateMedia({ media: 'print', colorScheme: 'light', reducedMotion: 'reduce' })
    await page.setContent(job.html, { waitUntil: 'load', timeout: timeLimit })
    await page.evaluate(() => document.fonts.ready.then(() => true))
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
    return { ok: true, pdf }
  } finally {
    await context.close().catch(() => undefined)
  }
}

async function launch(executable: string | undefined): Promise<Browser> {
  // 18 MB of program that a server without a PDF to print does not need
  const { chromium } = await import('playwright-core')
  const executablePath = executable ?? installed.find(file => existsSync(file)) ?? (await (await import('@sparticuz/chromium')).default.executablePath())
  const started = await chromium.launch({
    executablePath,
    headless: true,
    args: flags,
    // root has no sandbox
    chromiumSandbox: process.getuid?.() !== 0,
    timeout: timeLimit,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
  const mine = browser
  started.on('disconnected', () => {
    if (browser === mine) browser = undefined
  })
  return started
}
