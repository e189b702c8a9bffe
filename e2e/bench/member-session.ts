/** Turns a guest's scan into that of a member who is signed in, for measuring what a session costs. */
import { eq } from 'drizzle-orm'
import { makeMembership } from '#db/makers.ts'
import { databaseFile, openDatabase } from '#db/open.server.ts'
import { sessions } from '#db/people-tables.ts'
import { assessments } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { lifetimes, sessionCookieName } from '#app/auth/session.server.ts'
import { hashSecret, newSecret } from '#app/auth/secret.server.ts'
import type { Guest } from '../guest.ts'

/** Makes an owner of the scan's company with a session of their own. Resolves with the cookie. */
export async function signInOwner(dataFolder: string, { scan }: Guest): Promise<string> {
  const database = openDatabase(databaseFile(dataFolder))
  const token = newSecret()
  const now = Date.now()
  await transact(database, async writer => {
    const [row] = await writer.select({ organisationId: assessments.organisationId }).from(assessments).where(eq(assessments.id, scan))
    if (row === undefined) throw new Error(`There is no scan ${scan}.`)
    const { userId } = await makeMembership(writer, { organisationId: row.organisationId, createdAt: now })
    const session = { id: hashSecret(token), userId, kind: 'ordinary', device: 'bench', createdAt: now, expiresAt: now + lifetimes.ordinary.idle } as const
    await writer.insert(sessions).values(session)
  })
  await database.close()
  return `${sessionCookieName}=${token}`
}
