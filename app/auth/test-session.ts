/** A signed-in browser for tests: a session that was really begun, and the request that carries its cookie. */
import type { World } from '#db/open.server.ts'
import type { Session } from '#db/people-tables.ts'
import { beginSession } from './session.server.ts'

/** The cookie of a new session of this user, as a browser sends it back. */
export async function cookieOf(world: World, userId: string, kind: Session['kind'] = 'ordinary'): Promise<string> {
  const header = await beginSession(world, new Request('http://localhost/'), userId, kind)
  return header.split(';')[0] ?? ''
}

/** The next request of a browser in which this user is signed in. */
export async function requestAs(world: World, userId: string, address = 'http://localhost/', kind: Session['kind'] = 'ordinary'): Promise<Request> {
  return new Request(address, { headers: { Cookie: await cookieOf(world, userId, kind) } })
}
