/** Signing in at five a second, whether earlier ones are answered or not: how long one takes, beside checking one such password and nothing else. */
import { hash, verify } from '@node-rs/argon2'
import { databaseFile, openDatabase } from '#db/open.server.ts'
import { makeUser } from '#db/makers.ts'
import { transact } from '#db/transact.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import { goodPassword, sessionOf, signIn } from '../account.ts'
import { openLine } from '../guest.ts'
import { startServer } from '../real-server.ts'
import { besideServer, serverCore } from './cores.ts'
import { quantile, readable } from './table.ts'
import type { Line } from './table.ts'

const rate = 5
const seconds = 20
const people = 10
const bar = 400

export async function measureLogin(): Promise<Line[]> {
  const server = await startServer({ core: serverCore })
  const line = openLine(server.port, 16)
  try {
    const emails = await makePeople(server.dataFolder)
    const [logins, bare] = await besideServer(async () => {
      for (const email of emails) sessionOf(await signIn(line, { email, password: goodPassword })) // the first requests are compiled
      return [await paced(async turn => void sessionOf(await signIn(line, { email: emails[turn % people]!, password: goodPassword }))), await bareChecks()] as const
    })
    const [slowest, slowestBare] = [quantile(logins, 0.95), quantile(bare, 0.95)]
    return [
      {
        name: `login at ${rate}/s, p95`,
        figure: `${readable(slowest)} ms (median ${readable(quantile(logins, 0.5))}, worst ${readable(Math.max(...logins))})`,
        baseline: `${readable(slowestBare)} ms argon2 verify alone`,
        ratio: `${(slowest / slowestBare).toFixed(1)} ×`,
        bar: `< ${bar} ms`,
        met: slowest < bar,
      },
    ]
  } finally {
    line.close()
    await server.stop()
  }
}

/** Makes people with the one password. Resolves with their addresses. */
async function makePeople(dataFolder: string): Promise<string[]> {
  const passwordHash = await hashPassword(goodPassword)
  const emails = Array.from({ length: people }, (_, index) => `bench-${index}@example.nl`)
  const database = openDatabase(databaseFile(dataFolder))
  await transact(database, async writer => {
    for (const email of emails) await makeUser(writer, { email, passwordHash })
  })
  await database.close()
  return emails
}

/** Milliseconds from the moment that each was due to its answer. Rejects with the first that fails. */
async function paced(work: (turn: number) => Promise<void>): Promise<number[]> {
  const start = performance.now()
  return await Promise.all(
    Array.from({ length: rate * seconds }, async (_, turn) => {
      const due = start + (turn * 1000) / rate
      await new Promise(resolve => setTimeout(resolve, Math.max(0, due - performance.now())))
      await work(turn)
      return performance.now() - due
    }),
  )
}

/** Milliseconds of checking the same password at the same pace, in this process. */
async function bareChecks(): Promise<number[]> {
  const stored = await hash(goodPassword, { algorithm: 2, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 })
  return await paced(async () => void (await verify(stored, goodPassword)))
}
