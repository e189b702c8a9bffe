/** Going on with a scan on another device: an eight-character code, or a link by mail; each opens once. */
import { randomBytes, randomInt } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { World } from '#db/open.server.ts'
import { passOnCodes } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { hashSecret } from '#app/auth/secret.server.ts'
import { admit } from './start.server.ts'
import type { Scan } from './scan.server.ts'

const day = 24 * 60 * 60 * 1000
/** How long a code or a link works, in days. */
export const passOnDays = 14

/** Letters and digits that nobody mistakes for each other: no 0 O 1 I L U. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code as people read it: ABCD-2345. */
export function displayCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** What somebody typed as a code: upper case, without spaces and dashes; null where it cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s\-–—]/g, '')
  return code.length === 8 && [...code].every(character => alphabet.includes(character)) ? code : null
}

/** Makes a code for another device. It works once, for 14 days; a new one ends the one before. */
export async function makeDeviceCode(world: World, scan: Scan): Promise<string> {
  const code = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('')
  await transact(world.database, async writer => {
    await writer.delete(passOnCodes).where(and(eq(passOnCodes.assessmentId, scan.assessment.id), eq(passOnCodes.kind, 'device')))
    await writer.insert(passOnCodes).values(row(world, scan, code, 'device'))
  })
  return code
}

/** A secret for a mailed link and the row that has to be stored with the letter. */
export function newMailLink(world: World, scan: Scan): { token: string; row: typeof passOnCodes.$inferInsert } {
  const token = randomBytes(32).toString('base64url')
  return { token, row: row(world, scan, token, 'mail') }
}

function row(world: World, scan: Scan, secret: string, kind: 'device' | 'mail'): typeof passOnCodes.$inferInsert {
  const now = world.now()
  return { hash: hashSecret(secret), assessmentId: scan.assessment.id, kind, createdAt: now, expiresAt: now + passOnDays * day, usedAt: null }
}

/** What a code or link leads to now: `expired` also when it was used. Looking does not use it up. */
export async function lookUp(world: World, secret: string): Promise<'unknown' | 'expired' | { readonly assessmentId: string }> {
  const [code] = await world.database.reader.select().from(passOnCodes).where(eq(passOnCodes.hash, hashSecret(secret)))
  if (code === undefined) return 'unknown'
  return code.usedAt !== null || code.expiresAt <= world.now() ? 'expired' : { assessmentId: code.assessmentId }
}

/** Uses a code or link up and opens its scan to this browser. */
export async function redeemCode(world: World, browserKey: string, secret: string): Promise<'unknown' | 'expired' | { readonly assessmentId: string }> {
  const now = world.now()
  return await transact(world.database, async writer => {
    const hash = hashSecret(secret)
    const [used] = await writer
      .update(passOnCodes)
      .set({ usedAt: now })
      .where(and(eq(passOnCodes.hash, hash), isNull(passOnCodes.usedAt), gt(passOnCodes.expiresAt, now)))
      .returning()
    if (used === undefined) {
      const [code] = await writer.select().from(passOnCodes).where(eq(passOnCodes.hash, hash))
      return code === undefined ? ('unknown' as const) : ('expired' as const)
    }
    await admit(writer, browserKey, used.assessmentId, now)
    return { assessmentId: used.assessmentId }
  })
}
