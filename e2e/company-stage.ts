/** The people and companies that the pages of members are looked at with: one that goes on, one that will be deleted, a guest, an operator. */
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { makeMembership, makeOrganisation } from '#db/makers.ts'
import { invitations } from '#db/people-tables.ts'
import { assessments, organisations } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { outbox } from '#db/work-tables.ts'
import { hashSecret, newSecret } from '#app/auth/secret.server.ts'
import type { Cast, Person, Place } from './members.ts'

export type CompanyStage = {
  readonly cast: Cast
  /** one person of each role; its owner reads along in `leaving` */
  readonly own: Place
  /** will be deleted in thirty days; one of its scans is archived */
  readonly leaving: Place
  /** a company without a name and without scans, of `own`'s editor */
  readonly nameless: string
  readonly guest: Place
  readonly withoutCompany: Person
  /** asked for the account to be deleted */
  readonly leaver: Person
  readonly operator: Person
  /** the secret of an invitation to who has an account */
  readonly invitation: string
}

const day = 86_400_000

/** Makes all of them in the server's database. */
export async function setCompanyStage(cast: Cast): Promise<CompanyStage> {
  const [own, leaving, guest] = [await cast.company(), await cast.company(), await cast.guest()]
  const [withoutCompany, leaver, operator] = [await cast.person(), await cast.person({ deletionAt: Date.now() + 30 * day }), await cast.operator()]
  const invitation = newSecret()
  const nameless = await transact(cast.database, async writer => {
    const now = Date.now()
    await makeMembership(writer, { organisationId: leaving.organisation, userId: own.people.owner.id, role: 'reader', createdAt: now })
    await writer.update(organisations).set({ deletionAt: now + 30 * day }).where(eq(organisations.id, leaving.organisation))
    await writer.update(assessments).set({ archivedAt: now }).where(eq(assessments.id, leaving.finished))
    const asked = { hash: hashSecret(invitation), organisationId: own.organisation, email: withoutCompany.email, role: 'contributor' as const, themes: ['energie', 'ict'] }
    await writer.insert(invitations).values({ id: randomUUID(), ...asked, invitedBy: own.people.owner.id, onceKey: randomUUID(), createdAt: now, expiresAt: now + 14 * day })
    const letter = { recipient: withoutCompany.email, subject: 'Hallo', text: 'Hallo', html: '<p>Hallo</p>', language: 'nl' as const, createdAt: now, nextTryAt: now + day }
    await writer.insert(outbox).values([
      { id: randomUUID(), ...letter, tries: 2, lastError: 'The mail server did not answer.' },
      { id: randomUUID(), ...letter, tries: 12, failedAt: now, lastError: 'The mail server refused the address.' },
    ])
    const { id } = await makeOrganisation(writer, { name: null, createdAt: now })
    await makeMembership(writer, { organisationId: id, userId: own.people.editor.id, role: 'owner', createdAt: now })
    return id
  })
  return { cast, own, leaving, nameless, guest, withoutCompany, leaver, operator, invitation }
}
