/** Mails the link with which a scan goes on elsewhere: link and letter are stored together or not at all. */
import { eq } from 'drizzle-orm'
import { transact } from '#db/transact.server.ts'
import { passOnCodes } from '#db/schema.ts'
import type { World } from '#db/open.server.ts'
import type { Letter } from '#app/mail/letter.ts'
import { queueLetter, type QueuedLetter } from '#app/mail/outbox.server.ts'
import { newMailLink } from './pass-on.server.ts'
import type { Scan } from './scan.server.ts'

/** A repeat with the same once-key sends nothing more. `write` makes the letter from the link's secret. The address is kept with the letter only. */
export async function sendPassOnLink(world: World, scan: Scan, recipient: string, onceKey: string, write: (token: string) => Letter): Promise<QueuedLetter> {
  const { token, row } = newMailLink(world, scan)
  const letter = write(token)
  return await transact(world.database, async writer => {
    const [repeated] = await writer.select({ hash: passOnCodes.hash }).from(passOnCodes).where(eq(passOnCodes.onceKey, onceKey))
    if (repeated !== undefined) return { ok: true, id: onceKey }
    const queued = await queueLetter(writer, { ...letter, recipient }, world.now())
    if (queued.ok) await writer.insert(passOnCodes).values({ ...row, onceKey })
    return queued
  })
}
