/**
 * The tables of a scan, in the order of the flow: whose it is, which questions, the scan, its answers, its result, the ways back to it. Beside
 * it stand people-tables.ts (who can sign in, and where they belong) and work-tables.ts (letters, jobs, the audit log).
 * Ids are text made by the caller, times are epoch milliseconds, and a JSON column carries the type of its content.
 */
import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { longestEvidence, longestNote, longestOwnWords } from '#app/core/answers.ts'
import type { Answer, Firmness } from '#app/core/answers.ts'
import type { Mode, Questionnaire, Region, Size } from '#app/core/questionnaire.ts'
import type { Result } from '#app/core/result.ts'
import { atMost, json } from './columns.ts'
import { users } from './people-tables.ts'

/** A company or an association. A guest's scan belongs to a company without members. */
export const organisations = sqliteTable(
  'organisations',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<'company' | 'association'>().notNull(),
    name: text('name'),
    /** eight digits, as text: a number may begin with a nought */
    kvk: text('kvk'),
    /** belongs to a group of companies: such companies count as one in a benchmark */
    partOfGroup: integer('part_of_group', { mode: 'boolean' }).notNull().default(false),
    /** the finished scan that counts, where somebody chose one; else the newest */
    chosenAssessmentId: text('chosen_assessment_id').references((): AnySQLiteColumn => assessments.id, { onDelete: 'set null' }),
    /** when it will be deleted for good, where an owner asked for that */
    deletionAt: integer('deletion_at'),
    /** seeded to show what Paraat does; marked wherever it is shown, and counted nowhere */
    example: integer('example', { mode: 'boolean' }).notNull().default(false),
    createdAt: integer('created_at').notNull(),
  },
  table => [index('organisations_chosen').on(table.chosenAssessmentId).where(sql`${table.chosenAssessmentId} is not null`)],
)
export type Organisation = typeof organisations.$inferSelect

/** Every composed questionnaire that was ever served, frozen under its content hash. */
export const questionnaires = sqliteTable('questionnaires', {
  hash: text('hash').primaryKey(),
  sector: text('sector').notNull(),
  content: json<Questionnaire>('content').notNull(),
  createdAt: integer('created_at').notNull(),
})
export type StoredQuestionnaire = typeof questionnaires.$inferSelect

/** A scan, pinned to its questionnaire from its first page to its report. */
export const assessments = sqliteTable(
  'assessments',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    questionnaireHash: text('questionnaire_hash')
      .notNull()
      .references(() => questionnaires.hash),
    sector: text('sector').notNull(),
    mode: text('mode').$type<Mode>().notNull(),
    size: text('size').$type<Size>().notNull(),
    region: text('region').$type<Region>(),
    scope: text('scope').$type<'company' | 'site'>().notNull(),
    /** what members call it, such as the name of the site */
    name: text('name'),
    /** the id of the first scan about the same site: scans with the same are compared, and share a plan; null for the whole company */
    site: text('site'),
    archivedAt: integer('archived_at'),
    /** deleted by a member: out of sight at once, gone for good after the time in which it can be put back */
    removedAt: integer('removed_at'),
    /** the scan whose answers this one began with */
    startedFrom: text('started_from').references((): AnySQLiteColumn => assessments.id, { onDelete: 'set null' }),
    /** comes with the form that creates the scan: a repeat finds the first row */
    onceKey: text('once_key').notNull().unique(),
    version: integer('version').notNull().default(1),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    finishedAt: integer('finished_at'),
    /** when it was last looked at: a guest's scan is kept from here on */
    openedAt: integer('opened_at').notNull(),
  },
  table => [
    index('assessments_organisation').on(table.organisationId),
    index('assessments_questionnaire').on(table.questionnaireHash),
    index('assessments_started_from').on(table.startedFrom),
    index('assessments_opened').on(table.openedAt),
  ],
)
export type Assessment = typeof assessments.$inferSelect

/** One answer; the row stays when the answer is cleared, so that its version and its note stay too. */
export const answers = sqliteTable(
  'answers',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    questionId: text('question_id').notNull(),
    answer: json<Answer>('answer'),
    ownWords: text('own_words'),
    note: text('note'),
    /** how firm it is: said, on paper, exercised; null where nobody said. It changes no result */
    firmness: text('firmness').$type<Firmness>(),
    /** a link to where it can be seen, https only */
    evidence: text('evidence'),
    /** the member who saved it last; null for a guest, and for one who is gone */
    savedBy: text('saved_by').references(() => users.id, { onDelete: 'set null' }),
    /** rises with every save: who saves on an older one is shown both texts */
    version: integer('version').notNull().default(1),
    updatedAt: integer('updated_at').notNull(),
    /** when somebody last said that it is so: by answering, by confirming, by exercising. It changes no result */
    confirmedAt: integer('confirmed_at').notNull().default(0),
  },
  table => [
    primaryKey({ columns: [table.assessmentId, table.questionId] }),
    index('answers_saved_by').on(table.savedBy).where(sql`${table.savedBy} is not null`),
    check('answers_own_words', atMost(table.ownWords, longestOwnWords)),
    check('answers_note', atMost(table.note, longestNote)),
    check('answers_evidence', atMost(table.evidence, longestEvidence)),
  ],
)
export type StoredAnswer = typeof answers.$inferSelect

/** What an answer was before it was changed. What one person types within ten minutes is one change. */
export const answerHistory = sqliteTable(
  'answer_history',
  {
    assessmentId: text('assessment_id').notNull(),
    questionId: text('question_id').notNull(),
    version: integer('version').notNull(),
    answer: json<Answer>('answer'),
    ownWords: text('own_words'),
    note: text('note'),
    firmness: text('firmness').$type<Firmness>(),
    evidence: text('evidence'),
    savedBy: text('saved_by').references(() => users.id, { onDelete: 'set null' }),
    savedAt: integer('saved_at').notNull(),
  },
  table => [
    primaryKey({ columns: [table.assessmentId, table.questionId, table.version] }),
    foreignKey({ columns: [table.assessmentId, table.questionId], foreignColumns: [answers.assessmentId, answers.questionId] }).onDelete('cascade'),
    index('answer_history_saved_by').on(table.savedBy).where(sql`${table.savedBy} is not null`),
  ],
)
export type EarlierAnswer = typeof answerHistory.$inferSelect

/** What a finished scan came to, computed once and never again. */
export const results = sqliteTable(
  'results',
  {
    assessmentId: text('assessment_id')
      .primaryKey()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    scoringVersion: integer('scoring_version').notNull(),
    questionnaireHash: text('questionnaire_hash')
      .notNull()
      .references(() => questionnaires.hash),
    result: json<Result>('result').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  table => [index('results_questionnaire').on(table.questionnaireHash)],
)
export type StoredResult = typeof results.$inferSelect

/** A guest's browser, known by the hash of the key in its cookie. */
export const browserKeys = sqliteTable('browser_keys', {
  hash: text('hash').primaryKey(),
  createdAt: integer('created_at').notNull(),
  seenAt: integer('seen_at').notNull(),
})
export type BrowserKey = typeof browserKeys.$inferSelect

/** Which scans a browser may open: one key, many scans; one scan, many browsers. */
export const browserKeyAssessments = sqliteTable(
  'browser_key_assessments',
  {
    keyHash: text('key_hash')
      .notNull()
      .references(() => browserKeys.hash, { onDelete: 'cascade' }),
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    createdAt: integer('created_at').notNull(),
  },
  table => [
    primaryKey({ columns: [table.keyHash, table.assessmentId] }),
    index('browser_key_assessments_assessment').on(table.assessmentId),
  ],
)
export type BrowserKeyAssessment = typeof browserKeyAssessments.$inferSelect

/** Codes for going on with a scan on another device; only the hash is stored, and each opens once. */
export const passOnCodes = sqliteTable(
  'pass_on_codes',
  {
    hash: text('hash').primaryKey(),
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<'device' | 'mail'>().notNull(),
    /** comes with the form that mails a link: a repeat mails nothing more */
    onceKey: text('once_key').unique(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
  },
  table => [index('pass_on_codes_assessment').on(table.assessmentId), index('pass_on_codes_expires').on(table.expiresAt)],
)
export type PassOnCode = typeof passOnCodes.$inferSelect
