/** The name that stands on a company's documents. */
import { eq } from 'drizzle-orm'
import type { Reader } from '#db/open.server.ts'
import { organisations } from '#db/schema.ts'

/** Null where it has none, as a guest's: then a document has a line for the pen. */
export async function companyName(reader: Reader, organisationId: string): Promise<string | null> {
  const [row] = await reader.select({ name: organisations.name }).from(organisations).where(eq(organisations.id, organisationId))
  return row?.name ?? null
}
