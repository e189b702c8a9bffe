/** Tests that a document that is the same for everybody is printed once. */
import { afterAll, describe, expect, it } from 'vitest'
import pino from 'pino'
import { closePrinter } from './pdf.server.ts'
import { printAnswer, type PrintRequest } from './print-answer.server.ts'

afterAll(closePrinter)

const documentWith = (words: string) => `<!doctype html><html lang="nl"><head><title>x</title></head><body><main><p>${words}</p></main></body></html>`
const request = (given: Partial<PrintRequest>): PrintRequest => ({
  html: documentWith('een'),
  fileName: 'vel.pdf',
  back: '/formulier/bouw',
  executable: undefined,
  log: pino({ level: 'silent' }),
  ...given,
})

describe('A printed answer', () => {
  it('comes from memory the second time where it is kept, also when the browser is gone', async () => {
    const first = await printAnswer(request({ keep: true }))
    expect(first.status).toBe(200)
    expect(first.headers.get('Content-Disposition')).toBe('attachment; filename="vel.pdf"')
    await closePrinter()
    const again = await printAnswer(request({ keep: true, executable: '/nowhere/chromium' }))
    expect(again.status).toBe(200)
    expect(Buffer.from(await again.arrayBuffer()).equals(Buffer.from(await first.arrayBuffer()))).toBe(true)
  })

  it('is printed anew where it is not kept, and another document always', async () => {
    await closePrinter()
    expect((await printAnswer(request({ executable: '/nowhere/chromium' }))).status).toBe(503)
    expect((await printAnswer(request({ html: documentWith('twee'), keep: true, executable: '/nowhere/chromium' }))).status).toBe(503)
    expect((await printAnswer(request({ html: documentWith('twee'), keep: true }))).status).toBe(200)
  })
})
