/** Handing a theme to a colleague, and taking it back: through the themes of a contributor, here or still to come. */
import { and, eq } from 'drizzle-orm'
import type { Writer } from '#db/open.server.ts'
import { invitations } from '#db/people-tables.ts'
import type { Invitation } from '#db/people-tables.ts'
import { transact } from '#db/transact.server.ts'
import { audit } from '#app/auth/audit.server.ts'
import type { Member } from '#app/auth/guards.server.ts'
import { newSecret } from '#app/auth/secret.server.ts'
import { storedAddress } from '#app/auth/sign-in.server.ts'
import type { Language } from '#app/core/questionnaire.ts'
import type { Letter } from '#app/mail/letter.ts'
import { queueLetter } from '#app/mail/outbox.server.ts'
import { memberWith, putInvitation, type InviteResult } from './invitations.server.ts'
import { doneBefore, lostRight, membershipIn, setMembership, type PeopleResult } from './people.server.ts'

export type ThemesHanded = {
  readonly assessmentId: string
  /** ids of themes of the scan's questionnaire, at least one */
  readonly themes: readonly string[]
  readonly email: string
  readonly onceKey: string
}
/** `mayAlready`: may fill in everything; `reads`: reads only, and the owner decides about that; `invitedOtherwise`: asked with another role. */
export type HandResult = InviteResult | { readonly ok: false; readonly reason: 'mayAlready' | 'reads' | 'invitedOtherwise' }

export type HandLetters = {
  /** to who is in the company; in the language that this person reads */
  readonly theme: (language: Language, themes: readonly string[]) => Letter
  /** to who is not, with the link's secret */
  readonly invitation: (token: string, themes: readonly string[]) => Letter
}

async function invitationTo(writer: Writer, organisationId: string, email: string): Promise<Invitation | undefined> {
  const [row] = await writer
    .select()
    .from(invitations)
    .where(and(eq(invitations.organisationId, organisationId), eq(invitations.email, email)))
  return row
}

/** Gives themes to an address: to the contributor behind it, else by an invitation as one. A repeat of the form changes and sends nothing more. */
export async function handOverThemes(member: Member, handed: ThemesHanded, letters: HandLetters): Promise<HandResult> {
  const email = storedAddress(handed.email)
  const organisationId = member.organisation.id
  const token = newSecret()
  return await transact(member.database, async (writer): Promise<HandResult> => {
    const refused = await lostRight(writer, member, 'scan.handOverTheme')
    if (refused !== null) return refused
    const colleague = await memberWith(writer, organisationId, email)
    if (colleague !== undefined) {
      if (colleague.role === 'reader') return { ok: false, reason: 'reads' }
      if (colleague.role !== 'contributor') return { ok: false, reason: 'mayAlready' }
      const themes = [...new Set([...colleague.themes, ...handed.themes])]
      if (themes.length === colleague.themes.length) return { ok: true }
      const queued = await queueLetter(writer, { ...letters.theme(colleague.language, handed.themes), recipient: email }, member.now())
      if (!queued.ok) return queued
      await setMembership(writer, member, colleague.userId, { role: 'contributor', themes })
      return { ok: true }
    }
    if (await doneBefore(writer, organisationId, 'memberInvited', handed.onceKey)) return { ok: true }
    const before = await invitationTo(writer, organisationId, email)
    if (before !== undefined && before.role !== 'contributor') return { ok: false, reason: 'invitedOtherwise' }
    const themes = [...new Set([...(before?.themes ?? []), ...handed.themes])]
    const { assessmentId, onceKey } = handed
    return await putInvitation(writer, member, { email, role: 'contributor', themes, onceKey, assessmentId }, token, letters.invitation(token, themes))
  })
}

/** Takes a theme back from a contributor (`person`) or out of an invitation (`invitation`), which ends with its last theme. */
export async function takeThemeBack(
  member: Member,
  theme: string,
  from: { readonly person: string } | { readonly invitation: string },
): Promise<PeopleResult> {
  const organisationId = member.organisation.id
  return await transact(member.database, async (writer): Promise<PeopleResult> => {
    const refused = await lostRight(writer, member, 'scan.handOverTheme')
    if (refused !== null) return refused
    if ('person' in from) {
      const row = await membershipIn(writer, organisationId, from.person)
      if (row === undefined || row.role !== 'contributor') return { ok: false, reason: 'notFound' }
      if (!row.themes.includes(theme)) return { ok: true }
      await setMembership(writer, member, from.person, { role: 'contributor', themes: row.themes.filter(given => given !== theme) })
      return { ok: true }
    }
    const mine = and(eq(invitations.id, from.invitation), eq(invitations.organisationId, organisationId))
    const [row] = await writer.select().from(invitations).where(mine)
    if (row === undefined) {
      const before = await doneBefore(writer, organisationId, 'invitationWithdrawn', from.invitation)
      return before ? { ok: true } : { ok: false, reason: 'notFound' }
    }
    const themes = row.themes.filter(given => given !== theme)
    if (row.role !== 'contributor' || themes.length === row.themes.length) return { ok: true }
    if (themes.length > 0) await writer.update(invitations).set({ themes }).where(mine)
    else {
      await writer.delete(invitations).where(mine)
      await audit(writer, member.now(), { event: 'invitationWithdrawn', userId: member.user.id, organisationId, subjectId: row.id })
    }
    return { ok: true }
  })
}
