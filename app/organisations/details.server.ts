/** The details of a company, which its owner changes: name, KvK number, whether it belongs to a group. */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { organisations } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import { audit } from '#app/auth/audit.server.ts'
import type { Member } from '#app/auth/guards.server.ts'
import { longestCompanyName } from './details-words.ts'

const name = z.string().trim().min(1, 'missing').max(longestCompanyName, 'long')

/** The form that adds a company; the once-key becomes its id. */
export const newCompanyForm = z.object({ name, once: z.uuid() })

/** The form of the details; nothing else that is posted counts. A KvK number may be typed with spaces or full stops in it. */
export const detailsForm = z.object({
  name,
  kvk: z
    .string()
    .transform(typed => typed.replace(/[\s.]/g, ''))
    .pipe(z.string().regex(/^(\d{8})?$/, 'bad'))
    .transform(digits => (digits === '' ? null : digits)),
  group: z.literal('yes').optional(),
})
export type Details = z.output<typeof detailsForm>

/** Changes the details and notes it, unless nothing changed. */
export async function changeDetails(member: Member, { name: called, kvk, group }: Details): Promise<void> {
  const { id } = member.organisation
  const next = { name: called, kvk, partOfGroup: group === 'yes' }
  await transact(member.database, async writer => {
    const [now] = await writer.select().from(organisations).where(eq(organisations.id, id))
    if (now === undefined || (now.name === next.name && now.kvk === next.kvk && now.partOfGroup === next.partOfGroup)) return
    await writer.update(organisations).set(next).where(eq(organisations.id, id))
    await audit(writer, member.now(), { event: 'organisationChanged', userId: member.user.id, organisationId: id, subjectId: id })
  })
}
