/** Answers a request with a printed document, or with the page that says why there is none. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Logger } from 'pino'
import { printPdf, type PaperFile, type Printed } from './pdf.server.ts'
import { printRefusal } from './print-refusal.ts'

/** The folder of the built pages, beside which the server is started. */
export function builtFolder(): string {
  return path.resolve('build/client')
}

const files = new Map<string, PaperFile | undefined>()

/** A built font, from memory; anything else is refused. */
export function builtFont(pathname: string): PaperFile | undefined {
  if (!/^\/assets\/[\w.-]+\.woff2$/.test(pathname)) return undefined
  if (!files.has(pathname)) files.set(pathname, readFont(pathname))
  return files.get(pathname)
}

function readFont(pathname: string): PaperFile | undefined {
  try {
    return { type: 'font/woff2', body: readFileSync(path.join(builtFolder(), pathname)) }
  } catch {
    return undefined
  }
}

export type PrintRequest = {
  readonly html: string
  /** the name of the file that is saved; ASCII */
  readonly fileName: string
  /** the page that can be printed from the browser instead */
  readonly back: string
  readonly executable: string | undefined
  readonly log: Logger
  /** for a document that is the same for everybody and holds nothing of anybody: it is printed once and answered from memory */
  readonly keep?: boolean
}

const mostKept = 60
const kept = new Map<string, Printed>()

/** Printed, or from memory; the oldest makes room. */
async function printedOnce(html: string, executable: string | undefined): Promise<Printed> {
  const key = createHash('sha256').update(html).digest('hex')
  const known = kept.get(key)
  if (known !== undefined) return known
  const printed = await printPdf({ html, file: builtFont }, executable)
  if (!printed.ok) return printed
  kept.set(key, printed)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return printed
}

export async function printAnswer({ html, fileName, back, executable, log, keep = false }: PrintRequest): Promise<Response> {
  const printed = keep ? await printedOnce(html, executable) : await printPdf({ html, file: builtFont }, executable)
  if (!printed.ok) {
    if (printed.reason !== 'busy') log.error({ err: printed.error, reason: printed.reason }, 'printing failed')
    return printRefusal(printed.reason, back)
  }
  return new Response(new Uint8Array(printed.pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    },
  })
}
