/** Turning reminders off with the link of a letter, without signing in. Only the hash of a link is stored. */
import { and, eq, gt } from 'drizzle-orm'
import type { Reader, World, Writer } from '#db/open.server.ts'
import { users } from '#db/people-tables.ts'
import { reminderLinks } from '#db/plan-tables.ts'
import { transact } from '#db/transact.server.ts'
import { audit } from '#app/auth/audit.server.ts'
import { hashSecret } from '#app/auth/secret.server.ts'

/** How long such a link works: letters are kept. */
export const linkKept = 365 * 24 * 60 * 60 * 1000

/** Stores the link of a letter, in the caller's transaction; `token`: 256 random bits. */
export async function storeReminderLink(writer: Writer, userId: string, token: string, now: number): Promise<void> {
  await writer.insert(reminderLinks).values({ hash: hashSecret(token), userId, createdAt: now, expiresAt: now + linkKept })
}

/** Whether letters come to this user. */
export async function remindersOn(reader: Reader, userId: string): Promise<boolean> {
  const [row] = await reader.select({ reminders: users.reminders }).from(users).where(eq(users.id, userId))
  return row?.reminders === true
}

/** Whose link it is and whether letters come; null for one that is unknown or expired. */
export async function lookUpReminderLink(reader: Reader | Writer, token: string, now: number): Promise<{ readonly userId: string; readonly on: boolean } | null> {
  const [row] = await reader
    .select({ userId: users.id, on: users.reminders })
    .from(reminderLinks)
    .innerJoin(users, eq(users.id, reminderLinks.userId))
    .where(and(eq(reminderLinks.hash, hashSecret(token)), gt(reminderLinks.expiresAt, now)))
  return row ?? null
}

/** Turns them off; false where the link is unknown or expired. A repeat changes nothing more. */
export async function turnRemindersOff(world: World, token: string): Promise<boolean> {
  const now = world.now()
  return await transact(world.database, async writer => {
    const link = await lookUpReminderLink(writer, token, now)
    if (link === null) return false
    if (link.on) {
      await writer.update(users).set({ reminders: false }).where(eq(users.id, link.userId))
      await audit(writer, now, { event: 'remindersOff', userId: link.userId })
    }
    return true
  })
}
