/** When letters are sent, sent again, and not sent. */
import { and, eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { outbox } from '#db/work-tables.ts'
import { testDatabase } from '#db/test-database.ts'
import { startProcess } from '#db/test-process.ts'
import { transact } from '#db/transact.server.ts'
import { writeLetter } from './letter.ts'
import { overdueLetters, queueLetter, sendDue } from './outbox.server.ts'
import type { OutgoingLetter, Transport } from './transport.server.ts'

const { database, file } = testDatabase()
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const start = Date.UTC(2026, 0, 6, 8)

const words = writeLetter({ language: 'nl', subject: 'Verder', parts: [{ label: 'Verder:', link: 'https://paraat.example/geheim' }] })
const queue = (recipient: string, now = start) => transact(database, writer => queueLetter(writer, { ...words, recipient }, now))
const send = (transport: Transport, now: number) => sendDue(database, transport, () => now)
const stored = async (recipient: string) => (await database.reader.select().from(outbox).where(eq(outbox.recipient, recipient)))[0]

/** A post office that takes letters, or says what is wrong. */
function postOffice(wrong?: Error) {
  const taken: OutgoingLetter[] = []
  const transport: Transport = {
    async send(letter) {
      if (wrong) throw wrong
      taken.push(letter)
    },
    close: () => undefined,
  }
  return { taken, transport }
}
const closed = postOffice(new Error('connect ECONNREFUSED for bakker@example.nl'))

beforeEach(() => transact(database, async writer => void (await writer.delete(outbox))))

describe('queueLetter', () => {
  it('queues nothing when the rest of the transaction fails', async () => {
    const failing = transact(database, async writer => {
      await queueLetter(writer, { ...words, recipient: 'bakker@example.nl' }, start)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await database.reader.$count(outbox)).toBe(0)
  })

  it.each(['', 'bakker', 'bakker@', '@example.nl', 'a@example.nl, b@example.nl', 'a@example.nl\nBcc: b@example.nl', 'A <a@example.nl>', 'a@b', `${'x'.repeat(250)}@example.nl`])(
    'refuses %j, which is not one address',
    async recipient => {
      expect(await queue(recipient)).toEqual({ ok: false, reason: 'bad-address' })
      expect(await database.reader.$count(outbox)).toBe(0)
    },
  )

  it('takes three letters a day for one address however it is typed, also from ten forms at once', async () => {
    const spellings = ['bakker@example.nl', ' Bakker@Example.NL ', 'BAKKER@EXAMPLE.NL']
    const outcomes = await Promise.all(Array.from({ length: 10 }, (_, form) => queue(spellings[form % 3]!)))
    expect(outcomes.filter(outcome => outcome.ok)).toHaveLength(3)
    expect(outcomes.filter(outcome => !outcome.ok)).toEqual(Array(7).fill({ ok: false, reason: 'too-many-letters' }))
    expect((await queue('slager@example.nl')).ok).toBe(true)
    expect((await queue('bakker@example.nl', start + day - 1)).ok).toBe(false)
    expect((await queue('bakker@example.nl', start + day)).ok).toBe(true)
  })

  it('always takes and sends a notice about one’s own account: letters that anybody can ask for do not silence it, nor does it use one up', async () => {
    for (let n = 0; n < 3; n += 1) await queue('bakker@example.nl')
    const notice = () => transact(database, writer => queueLetter(writer, { ...words, recipient: 'bakker@example.nl' }, start, { notice: true }))
    expect((await notice()).ok).toBe(true)
    expect((await send(postOffice().transport, start)).sent).toBe(4)
    for (let n = 0; n < 3; n += 1) expect((await notice()).ok).toBe(true)
    expect((await queue('bakker@example.nl', start + day)).ok).toBe(true)
    expect((await send(postOffice().transport, start + day + 60_000)).sent).toBe(4)
  })
})

describe('sendDue', () => {
  it('sends each letter once and keeps none of its words', async () => {
    await queue('bakker@example.nl')
    await queue('slager@example.nl')
    const { taken, transport } = postOffice()
    expect(await send(transport, start)).toEqual({ sent: 2, later: 0, failed: 0, errors: [] })
    expect(await send(transport, start + day)).toEqual({ sent: 0, later: 0, failed: 0, errors: [] })
    expect(taken.map(letter => letter.recipient)).toEqual(['bakker@example.nl', 'slager@example.nl'])
    expect(taken[0]).toMatchObject(words)
    expect(await stored('bakker@example.nl')).toMatchObject({ sentAt: start, text: '', html: '', tries: 1 })
  })

  it('tries again after a minute, five, thirty and so on, and gives up after seven tries', async () => {
    await queue('bakker@example.nl')
    let now = start
    const waited: number[] = []
    for (let tries = 1; tries <= 6; tries += 1) {
      expect(await send(closed.transport, now)).toMatchObject({ later: 1 })
      const { nextTryAt } = (await stored('bakker@example.nl'))!
      expect(await send(closed.transport, nextTryAt - 1)).toMatchObject({ sent: 0, later: 0, failed: 0 })
      waited.push((nextTryAt - now) / minute)
      now = nextTryAt
    }
    expect(waited).toEqual([1, 5, 30, 120, 360, 720])
    expect(await send(closed.transport, now)).toMatchObject({ later: 0, failed: 1 })
    expect(await stored('bakker@example.nl')).toMatchObject({ failedAt: now, text: '', html: '', tries: 7 })
  })

  it('sends a letter that waited for the mail server as soon as it is its turn again', async () => {
    await queue('bakker@example.nl')
    await send(closed.transport, start)
    const { taken, transport } = postOffice()
    expect(await send(transport, start + minute)).toMatchObject({ sent: 1 })
    expect(taken).toHaveLength(1)
    expect(await stored('bakker@example.nl')).toMatchObject({ sentAt: start + minute, lastError: null })
  })

  it('gives up at once when the mail server knows no such address, and reports no address', async () => {
    await queue('weg@example.nl')
    const refusal = Object.assign(new Error('550 <weg@example.nl>: no such user'), { code: 'EENVELOPE', responseCode: 550 })
    const report = await send(postOffice(refusal).transport, start)
    expect(report).toMatchObject({ failed: 1, errors: [expect.stringContaining('no such user')] })
    expect(report.errors.join()).not.toContain('weg@')
    expect(await stored('weg@example.nl')).toMatchObject({ failedAt: start, lastError: expect.stringContaining('550') })
  })

  it('sends no address a fourth letter within a day, even when letters were held up', async () => {
    for (const now of [start, start, start]) await queue('bakker@example.nl', now)
    await transact(database, async writer => void (await writer.update(outbox).set({ nextTryAt: start + day })))
    for (const now of [start + day, start + day, start + day]) await queue('bakker@example.nl', now)
    const { taken, transport } = postOffice()
    expect(await send(transport, start + day)).toMatchObject({ sent: 3 })
    for (let now = start + day + hour; now < start + 2 * day; now += hour) await send(transport, now)
    expect(taken).toHaveLength(3)
    for (let now = start + 2 * day; now <= start + 2 * day + 2 * hour; now += hour) await send(transport, now)
    expect(taken).toHaveLength(6)
  })

  it('lets a letter be taken up again when its process died, but not while it may still be sending', async () => {
    await queue('bakker@example.nl')
    const { taken, transport } = postOffice()
    const dying: Transport = { send: () => new Promise(() => undefined), close: () => undefined }
    void send(dying, start)
    await expect.poll(async () => (await stored('bakker@example.nl'))?.tries).toBe(1)
    expect(await send(transport, start + 14 * minute)).toMatchObject({ sent: 0 })
    expect(await send(transport, start + 15 * minute)).toMatchObject({ sent: 1 })
    expect(taken).toHaveLength(1)
  })

  it('forgets to whom it wrote after two days', async () => {
    await queue('bakker@example.nl')
    await send(postOffice().transport, start)
    await send(postOffice().transport, start + 2 * day)
    expect(await stored('bakker@example.nl')).toBeDefined()
    await send(postOffice().transport, start + 2 * day + 1)
    expect(await stored('bakker@example.nl')).toBeUndefined()
  })

  it('sends every letter once when three processes send at the same time', async () => {
    for (let number = 0; number < 40; number += 1) await queue(`lezer${number}@example.nl`)
    const code = `
      import { setTimeout as pause } from 'node:timers/promises'
      import { openDatabase } from '#db/open.server.ts'
      import { sendDue } from '#app/mail/outbox.server.ts'
      const [, file, now] = process.argv
      const database = openDatabase(file)
      const transport = { send: async letter => { console.log(letter.recipient); await pause(2) }, close() {} }
      await sendDue(database, transport, () => Number(now))
      await database.close()
    `
    const processes = [1, 2, 3].map(() => startProcess(code, [file, String(start)]))
    expect(await Promise.all(processes.map(process => process.ended))).toEqual([0, 0, 0])
    const sent = processes.flatMap(process => process.lines)
    expect(sent).toHaveLength(40)
    expect(new Set(sent).size).toBe(40)
    expect(await database.reader.$count(outbox, and(eq(outbox.tries, 1), sql`${outbox.sentAt} is not null`))).toBe(40)
  })
})

describe('overdueLetters', () => {
  it('counts what has waited for more than six hours, until it goes or is given up', async () => {
    await queue('bakker@example.nl')
    await send(closed.transport, start)
    const overdue = (now: number) => overdueLetters(database.reader, now)
    expect(await overdue(start + 6 * hour)).toBe(0)
    expect(await overdue(start + 6 * hour + 1)).toBe(1)
    await send(postOffice().transport, start + 7 * hour)
    expect(await overdue(start + 8 * hour)).toBe(0)
  })
})
