/** Companies with members and scans, for the tests of what members do with them. */
import type { World } from '#db/open.server.ts'
import { makeMembership, makeOrganisation, makeUser } from '#db/makers.ts'
import type { Organisation } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { requireMember, type Member } from '#app/auth/guards.server.ts'
import { requestAs } from '#app/auth/test-session.ts'
import type { MemberRole } from '#app/core/permissions.ts'
import { finishScan } from './finish.server.ts'
import { findScan } from './scan.server.ts'
import { startScan } from './start.server.ts'
import { startOf } from './test-scan.ts'

/** A member with this role, of a new company unless one is given. */
export async function memberOf(world: World, role: MemberRole = 'owner', given?: Organisation, themes: string[] = []): Promise<Member> {
  const { userId, organisationId } = await transact(world.database, async writer => {
    const organisation = given ?? (await makeOrganisation(writer, { name: 'Bakkerij Jansen' }))
    const user = await makeUser(writer)
    return await makeMembership(writer, { organisationId: organisation.id, userId: user.id, role, themes, createdAt: world.now() })
  })
  return await requireMember(world, await requestAs(world, userId), { organisation: organisationId }, 'organisation.see')
}

/** The member as the next request finds them. */
export async function again(world: World, { user, organisation }: Member): Promise<Member> {
  return await requireMember(world, await requestAs(world, user.id), { organisation: organisation.id }, 'organisation.see')
}

/** A scan that this member has begun, finished where asked. Resolves with its id. */
export async function scanBy(world: World, member: Member, { finished = false, ...given }: Parameters<typeof startOf>[0] & { finished?: boolean } = {}) {
  const id = await startScan(world, { organisationId: member.organisation.id }, startOf(given))
  if (finished) {
    const scan = await findScan(world, await requestAs(world, member.user.id), id)
    if (scan === null) throw new Error('the member may not open the scan')
    await finishScan(world, scan, true)
  }
  return id
}
