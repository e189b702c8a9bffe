/** Deleting a company: an owner asks for it with the password, it goes for good thirty days later, and until then one click keeps it. */
import { transact } from '#db/transact.server.ts'
import type { DeletionLinks } from '#app/auth/deletion-letters.ts'
import type { Member } from '#app/auth/guards.server.ts'
import { graceTime, markCompany, unmarkCompany } from '#app/auth/remove-account.server.ts'
import { confirmPassword } from '#app/auth/sign-in.server.ts'

export type CompanyRemovalAsked = {
  readonly password: string
  /** the company's name as it was typed; where it has none, anything: the box was ticked */
  readonly name: string
  /** the network address of who asks */
  readonly address: string
  readonly links: DeletionLinks
}
export type CompanyRemovalResult =
  | { readonly ok: true; readonly at: number }
  | { readonly ok: false; readonly reason: 'name' | 'password' }
  | { readonly ok: false; readonly reason: 'slow'; readonly seconds: number }

/** Sets the day on which the company goes, and mails everybody in it. Ends nothing yet. A repeat answers with the same day and mails nothing more. */
export async function askCompanyRemoval(member: Member, { password, name, address, links }: CompanyRemovalAsked): Promise<CompanyRemovalResult> {
  const { organisation, user } = member
  if (plain(name) === '' || (organisation.name !== null && plain(name) !== plain(organisation.name))) return { ok: false, reason: 'name' }
  const known = await confirmPassword(member, user, password, address)
  if (!known.ok) return known.reason === 'slow' ? known : { ok: false, reason: 'password' }
  const now = member.now()
  const marking = { organisationId: organisation.id, userId: user.id, now, at: now + graceTime, links }
  return { ok: true, at: await transact(member.database, writer => markCompany(writer, marking)) }
}

/** Keeps the company after all. A repeat changes nothing. */
export async function keepCompany(member: Member): Promise<void> {
  const marking = { organisationId: member.organisation.id, userId: member.user.id, now: member.now() }
  await transact(member.database, writer => unmarkCompany(writer, marking))
}

/** A name as it is compared: capitals and spaces count for nothing. */
function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase()
}
