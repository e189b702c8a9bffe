/** Reads actions with a date, in the words of who reads them: for a diary and for letters. */
import { inArray } from 'drizzle-orm'
import type { Database } from '#db/open.server.ts'
import { users } from '#db/people-tables.ts'
import type { Action } from '#db/plan-tables.ts'
import { questionnaireWithHash } from '#app/assessments/questionnaires.server.ts'
import { wording, type Language, type Size, type Text } from '#app/core/questionnaire.ts'
import type { CalendarEntry } from './calendar-file.ts'

/** What an action is called: by its own title, or by its measure's in the words with which it was adopted; `size`: of the company. */
export async function titleOf(database: Database, action: Titled, size: Size | undefined, language: Language): Promise<string> {
  return (await titleTexts(database, action, size))[language]
}

type Titled = Pick<Action, 'title' | 'measureId' | 'questionnaireHash'>

/** The same in both languages. */
export async function titleTexts(database: Database, { title, measureId, questionnaireHash }: Titled, size: Size | undefined): Promise<Text> {
  const own = title ?? measureId ?? ''
  const measure = title !== null || questionnaireHash === null ? undefined : (await questionnaireWithHash(database, questionnaireHash)).measures.find(one => one.id === measureId)
  return measure === undefined ? { nl: own, en: own } : wording(measure.title, measure.sizeOne, size)
}

export type EntryWords = {
  readonly size: Size | undefined
  readonly language: Language
  /** the absolute address of an action's page; null: no page shows it */
  readonly urlOf: (action: string) => string | null
}

/** The entries of these actions, those without a date left out. */
export async function entriesOf(database: Database, rows: readonly Action[], { size, language, urlOf }: EntryWords): Promise<CalendarEntry[]> {
  const owners = [...new Set(rows.flatMap(({ ownerId }) => ownerId ?? []))]
  const people = owners.length === 0 ? [] : await database.reader.select({ id: users.id, name: users.name, email: users.email }).from(users).where(inArray(users.id, owners))
  const names = new Map(people.map(({ id, name, email }) => [id, name ?? email]))
  const entries = rows.map(async (row): Promise<CalendarEntry[]> => {
    const { id, dueOn, ownerId, ownerName, note, state, removedAt, sequence, createdAt, updatedAt } = row
    if (dueOn === null) return []
    const owner = (ownerId === null ? undefined : names.get(ownerId)) ?? ownerName
    const removed = removedAt !== null
    return [{ id, title: await titleOf(database, row, size, language), dueOn, owner, note, state, removed, sequence, createdAt, updatedAt, url: removed ? null : urlOf(id) }]
  })
  return (await Promise.all(entries)).flat()
}
