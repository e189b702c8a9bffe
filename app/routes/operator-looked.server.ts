/** Notes that an operator looked at people or at what they did. */
import { transact } from '#db/transact.server.ts'
import { audit } from '#app/auth/audit.server.ts'
import { requireOperator } from '#app/auth/guards.server.ts'
import { world } from '#app/world.server.ts'

/** The door to such a page; `subjectId`: which page. */
export async function requireLookingOperator(request: Request, subjectId: 'users' | 'log'): Promise<void> {
  const { user } = await requireOperator(world(), request)
  await transact(world().database, writer => audit(writer, world().now(), { event: 'operatorLooked', userId: user.id, subjectId }))
}
