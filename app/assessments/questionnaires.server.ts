/** Keeps every composed questionnaire by its hash, so that a scan is answered and reported on what it was begun with. */
import { eq } from 'drizzle-orm'
import type { Database, World } from '#db/open.server.ts'
import { questionnaires } from '#db/schema.ts'
import { transact } from '#db/transact.server.ts'
import type { Catalogue } from '#app/catalogue/catalogue.server.ts'
import type { Questionnaire } from '#app/core/questionnaire.ts'

/** Frozen content never changes, so a hash read once is kept. */
const known = new Map<string, Questionnaire>()

/** Stores the questionnaire of every sector, once per hash. */
export async function freezeQuestionnaires(world: World, catalogue: Catalogue): Promise<void> {
  await transact(world.database, async writer => {
    for (const { id } of catalogue.sectors) {
      const content = catalogue.questionnaire(id)
      known.set(content.hash, content)
      await writer
        .insert(questionnaires)
        .values({ hash: content.hash, sector: id, content, createdAt: world.now() })
        .onConflictDoNothing()
    }
  })
}

/** The questionnaire with this hash. Throws when it was never stored: a scan points to its row, so that is a bug. */
export async function questionnaireWithHash(database: Database, hash: string): Promise<Questionnaire> {
  const cached = known.get(hash)
  if (cached !== undefined) return cached
  const [row] = await database.reader.select().from(questionnaires).where(eq(questionnaires.hash, hash))
  if (row === undefined) throw new Error(`no questionnaire is stored under ${hash}`)
  known.set(hash, row.content)
  return row.content
}
