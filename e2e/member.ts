/** Members for specs that are about what comes after: rows in the server's own database, and a browser in which one of them is signed in. */
import type { Page as Tab } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { makeMembership, makeUser } from '#db/makers.ts'
import { databaseFile, openDatabase, type World } from '#db/open.server.ts'
import { assessments, organisations } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { endSessions, sessionCookieName } from '#app/auth/session.server.ts'
import { cookieOf } from '#app/auth/test-session.ts'
import type { MemberRole } from '#app/core/permissions.ts'

export type Joining = { readonly name: string; readonly role: MemberRole; readonly themes?: readonly string[] }
export type Joined = { readonly id: string; readonly cookie: string }

/** Makes these people members of the company of a scan, which gets this name; each is signed in. `folder`: the server's DATA_DIR. */
export async function joinCompany(folder: string, scan: string, company: string, people: readonly Joining[]): Promise<Joined[]> {
  const database = openDatabase(databaseFile(folder))
  const world: World = { database, now: () => Date.now() }
  try {
    const ids = await transact(database, async writer => {
      const [row] = await writer.select({ id: assessments.organisationId }).from(assessments).where(eq(assessments.id, scan))
      if (row === undefined) throw new Error(`there is no scan ${scan}`)
      await writer.update(organisations).set({ name: company }).where(eq(organisations.id, row.id))
      const made: string[] = []
      // one after the other, as people join: lists of them are in that order
      for (const [order, { name, role, themes = [] }] of people.entries()) {
        const user = await makeUser(writer, { name, createdAt: world.now() })
        await makeMembership(writer, { organisationId: row.id, userId: user.id, role, themes: [...themes], createdAt: world.now() - people.length + order })
        made.push(user.id)
      }
      return made
    })
    const joined: Joined[] = []
    for (const id of ids) joined.push({ id, cookie: (await cookieOf(world, id)).split('=')[1] ?? '' })
    return joined
  } finally {
    await database.close()
  }
}

/** Ends every session of a user, as a removal or a new password does. */
export async function endSessionsOf(folder: string, userId: string): Promise<void> {
  const database = openDatabase(databaseFile(folder))
  try {
    await transact(database, writer => endSessions(writer, userId))
  } finally {
    await database.close()
  }
}

/** Signs this browser in with the cookie of a session. */
export async function signInWith(tab: Tab, baseURL: string, cookie: string): Promise<void> {
  await tab.context().addCookies([{ name: sessionCookieName, value: cookie, domain: new URL(baseURL).hostname, path: '/', secure: true, httpOnly: true, sameSite: 'Lax' }])
}
