/** The doors: who is signed in, who is a member of an organisation and may do what, and who runs this site. */
import { and, eq, sql } from 'drizzle-orm'
import { redirect } from '@remix-run/node'
import type { Reader, World } from '#db/open.server.ts'
import { prepared } from '#db/prepared.ts'
import { organisations } from '#db/schema.ts'
import { memberships } from '#db/people-tables.ts'
import type { Organisation } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { may, type MemberRole, type Permission } from '#app/core/permissions.ts'
import { languageOf, pathsIn } from '#app/paths.ts'
import { audit } from './audit.server.ts'
import { readSession, type SignedIn, type SignedInUser } from './session.server.ts'

/** A user in one organisation: the world, and what may be done in it. Every query of a feature starts from `organisation.id`. */
export type Member = World & {
  readonly user: SignedInUser
  readonly organisation: Organisation
  readonly role: MemberRole
  readonly themes: readonly string[]
}

const membershipOf = prepared((reader: Reader) =>
  reader
    .select({ organisation: organisations, role: memberships.role, themes: memberships.themes })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.organisationId, sql.placeholder('organisation')), eq(memberships.userId, sql.placeholder('user'))))
    .prepare(),
)

/** Who is signed in; everybody else is thrown to the sign-in page, which leads back here. */
export async function requireUser(world: World, request: Request): Promise<SignedIn> {
  const signedIn = await readSession(world, request)
  if (signedIn === null) throw redirect(signInFor(request))
  return signedIn
}

/** The address of the sign-in page that leads back to this page; a form that was posted leads to the page it stood on. */
export function signInFor(request: Request): string {
  const { pathname, searchParams } = new URL(request.url)
  searchParams.delete('_routes') // the browser's way of asking for a part of a page's data
  const query = searchParams.toString()
  return pathsIn(languageOf(pathname)).signIn(pathname.replace(/\.data$/, '') + (query === '' ? '' : `?${query}`))
}

/**
 * The member behind this request, in the organisation of the address. Nobody signed in: to the sign-in page. Not a member: 404, as if
 * there were no such organisation. A member who may not do this: 403, noted in the audit log.
 */
export async function requireMember(
  world: World,
  request: Request,
  params: { organisation?: string | undefined },
  permission: Permission,
): Promise<Member> {
  const { user } = await requireUser(world, request)
  const [row] = await membershipOf(world.database.reader).execute({ organisation: params.organisation ?? '', user: user.id })
  if (row === undefined) throw new Response(null, { status: 404 })
  if (!may(row, permission)) return await refuse(world, user, row.organisation.id)
  return { database: world.database, now: world.now, user, ...row }
}

/** Notes that somebody asked for what is not theirs to do, and throws a 403 that says so. */
export async function refuse(world: World, user: SignedInUser, organisationId: string | null): Promise<never> {
  await transact(world.database, writer => audit(writer, world.now(), { event: 'permissionRefused', userId: user.id, organisationId }))
  throw new Response('role', { status: 403 })
}

/** Who runs this site, with a second factor and a short session; for everybody else the page does not exist. */
export async function requireOperator(world: World, request: Request): Promise<SignedIn> {
  const signedIn = await requireUser(world, request)
  if (!signedIn.user.operator || signedIn.session.kind !== 'strict' || !signedIn.user.secondFactor) throw new Response(null, { status: 404 })
  return signedIn
}

/** The same door to a page about people (`users`) or what they did (`log`): that the operator looked is noted in the audit log. */
export async function requireLookingOperator(world: World, request: Request, subjectId: 'users' | 'log'): Promise<void> {
  const { user } = await requireOperator(world, request)
  await transact(world.database, writer => audit(writer, world.now(), { event: 'operatorLooked', userId: user.id, subjectId }))
}
