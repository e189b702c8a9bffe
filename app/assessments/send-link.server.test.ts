/** Mailing the link to go on elsewhere: link and letter together or neither, and once for one form. */
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { passOnCodes } from '#db/schema.ts'
import { outbox } from '#db/work-tables.ts'
import { newBrowserKey } from '#app/auth/browser-key.server.ts'
import { writeLetter } from '#app/mail/letter.ts'
import { redeemCode } from './pass-on.server.ts'
import type { Scan } from './scan.server.ts'
import { sendPassOnLink } from './send-link.server.ts'
import { begin, testWorld } from './test-scan.ts'

const { world, ready } = testWorld()
const { reader } = world.database
let scan: Scan

const letter = (token: string) => writeLetter({ language: 'nl', subject: 'Verder', parts: [{ label: 'Open:', link: `https://paraat.example/verder/${token}` }] })
const send = (recipient: string, once: string = randomUUID()) => sendPassOnLink(world, scan, recipient, once, letter)
const letters = (recipient: string) => reader.select().from(outbox).where(eq(outbox.recipient, recipient))
const links = () => reader.select().from(passOnCodes).where(eq(passOnCodes.assessmentId, scan.assessment.id))

beforeAll(ready)
beforeEach(async () => {
  scan = (await begin(world)).scan
})

describe('A mailed link', () => {
  it('stands in the letter, and opens the scan', async () => {
    await send('bakker@example.nl')
    const [queued] = await letters('bakker@example.nl')
    const token = /\/verder\/([\w-]{43})/.exec(queued?.text ?? '')?.[1] ?? ''
    expect(queued?.html).toContain(token)
    expect(await redeemCode(world, newBrowserKey(), token)).toEqual({ assessmentId: scan.assessment.id })
  })

  it('is sent once when the form arrives 50 times at once', async () => {
    const once = randomUUID()
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => send('dakdekker@example.nl', once)))
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    expect(await letters('dakdekker@example.nl')).toHaveLength(1)
    expect(await links()).toHaveLength(1)
  })

  it('is not made for an address that cannot be one, nor for the fourth letter of a day', async () => {
    expect(await send('geen adres')).toEqual({ ok: false, reason: 'bad-address' })
    for (let n = 0; n < 3; n += 1) expect(await send('kapper@example.nl')).toMatchObject({ ok: true })
    expect(await send('kapper@example.nl')).toEqual({ ok: false, reason: 'too-many-letters' })
    expect(await letters('kapper@example.nl')).toHaveLength(3)
    expect(await links()).toHaveLength(3)
  })

  it('leaves the address nowhere but on the letter', async () => {
    await send('zorg@example.nl')
    expect(JSON.stringify(await links())).not.toContain('zorg')
  })
})
