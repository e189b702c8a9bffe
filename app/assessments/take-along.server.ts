/** Takes a guest's scan along to an account: its company gets its first member, and from then on its members alone open it. */
import type { World } from '#db/open.server.ts'
import { transact } from '#db/transact.server.ts'
import type { SignedInUser } from '#app/auth/session.server.ts'
import { becomeFirstOwner } from '#app/organisations/sign-up.server.ts'
import type { Scan } from './scan.server.ts'

export type TakenAlong = { readonly ok: true } | { readonly ok: false; readonly reason: 'taken' }

/**
 * Makes this user the owner of the company of a guest's scan; browsers and codes no longer open its scans. Nothing is moved. A repeat
 * changes nothing; a company that has other members by now stays theirs.
 */
export async function takeAlong(world: World, user: SignedInUser, { assessment: { organisationId } }: Scan): Promise<TakenAlong> {
  const now = world.now()
  const owns = await transact(world.database, writer => becomeFirstOwner(writer, organisationId, user.id, now))
  return owns ? { ok: true } : { ok: false, reason: 'taken' }
}
