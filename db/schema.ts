/**
 * Every table, in the order of the flow: who, which questions, the scan, its answers, its result, the ways back to it, letters, jobs, the audit log.
 * Ids are text made by the caller, times are epoch milliseconds, and a JSON column carries the type of its content.
 */
import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { check, customType, foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { longestEvidence, longestNote, longestOwnWords } from '#app/core/answers.ts'
import type { Answer, Firmness } from '#app/core/answers.ts'
import type { MemberRole } from '#app/core/permissions.ts'
import type { Language, Mode, Questionnaire, Region, Size } from '#app/core/questionnaire.ts'
import type { Result } from '#app/core/result.ts'
import type { AuditEvent } from './audit-events.ts'

/** A column of JSON text. Nothing is stored as NULL, also through a placeholder (drizzle's own json column would store 'null'). */
function json<T>(name: string) {
  return customType<{ data: T; driverData: string | null }>({
    dataType: () => 'text',
    toDriver: value => (value === null || value === undefined ? null : JSON.stringify(value)),
    fromDriver: value => JSON.parse(value as string) as T,
  })(name)
}


function atMost(column: AnySQLiteColumn, characters: number): SQL {
  return sql`length(${column}) <= ${sql.raw(String(characters))}`
}

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

/** Who can sign in. There is no user without a confirmed address. */
export const users = sqliteTable('users', {
  id: text('id').primaryKey(),
  /** in lower case */
  email: text('email').notNull().unique(),
  /** how colleagues see this user; where there is none, by the address */
  name: text('name'),
  /** a PHC string of argon2id */
  passwordHash: text('password_hash').notNull(),
  language: text('language').$type<Language>().notNull(),
  /** runs this site: sees jobs, mail, users and the audit log, and nobody's answers */
  operator: integer('operator', { mode: 'boolean' }).notNull().default(false),
  /** base32; null: no second factor */
  totpSecret: text('totp_secret'),
  /** the last time step that was used: a code works once */
  totpStep: integer('totp_step'),
  createdAt: integer('created_at').notNull(),
  /** when it will be deleted for good, where the user asked for that */
  deletionAt: integer('deletion_at'),
})
export type User = typeof users.$inferSelect

/** Sessions, known by the SHA-256 of the token in the cookie. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** half: the password was right, the second factor is still asked; strict: of somebody who sees others' data */
    kind: text('kind').$type<'half' | 'ordinary' | 'strict'>().notNull(),
    /** browser and system in words, for the list of sessions: "Firefox · Windows" */
    device: text('device').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  table => [index('sessions_user').on(table.userId), index('sessions_expires').on(table.expiresAt)],
)
export type Session = typeof sessions.$inferSelect

/** Codes for who lost the second factor; each works once, and only the hash is stored. */
export const recoveryCodes = sqliteTable(
  'recovery_codes',
  {
    hash: text('hash').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    usedAt: integer('used_at'),
  },
  table => [index('recovery_codes_user').on(table.userId)],
)
export type RecoveryCode = typeof recoveryCodes.$inferSelect

/** Links that were mailed to make an account, to set a new password or to confirm a new address; each works once. */
export const mailCodes = sqliteTable(
  'mail_codes',
  {
    hash: text('hash').primaryKey(),
    kind: text('kind').$type<'signUp' | 'reset' | 'email'>().notNull(),
    /** the address that it was sent to, in lower case */
    email: text('email').notNull(),
    /** whose password or address it is about; null for a new account */
    userId: text('user_id').references(() => users.id, { onDelete: 'cascade' }),
    /** the guest's company that a new account becomes the owner of */
    organisationId: text('organisation_id').references(() => organisations.id, { onDelete: 'cascade' }),
    /** comes with the form: a repeat mails nothing more */
    onceKey: text('once_key').notNull().unique(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
  },
  table => [index('mail_codes_user').on(table.userId), index('mail_codes_organisation').on(table.organisationId), index('mail_codes_expires').on(table.expiresAt)],
)
export type MailCode = typeof mailCodes.$inferSelect

/** Who belongs to which organisation, with which role. */
export const memberships = sqliteTable(
  'memberships',
  {
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role').$type<MemberRole>().notNull(),
    /** ids of the themes that a contributor fills in; empty for every other role */
    themes: json<string[]>('themes').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  table => [primaryKey({ columns: [table.organisationId, table.userId] }), index('memberships_user').on(table.userId)],
)
export type Membership = typeof memberships.$inferSelect

/** Invitations by mail; gone when accepted or withdrawn. */
export const invitations = sqliteTable(
  'invitations',
  {
    id: text('id').primaryKey(),
    /** SHA-256 of the token in the letter */
    hash: text('hash').notNull().unique(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    /** in lower case */
    email: text('email').notNull(),
    role: text('role').$type<MemberRole>().notNull(),
    themes: json<string[]>('themes').notNull(),
    /** the scan that the letter leads to, where a theme was handed over */
    assessmentId: text('assessment_id').references((): AnySQLiteColumn => assessments.id, { onDelete: 'set null' }),
    invitedBy: text('invited_by').references(() => users.id, { onDelete: 'set null' }),
    onceKey: text('once_key').notNull().unique(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  table => [
    uniqueIndex('invitations_address').on(table.organisationId, table.email),
    index('invitations_assessment').on(table.assessmentId),
    index('invitations_invited_by').on(table.invitedBy),
    index('invitations_expires').on(table.expiresAt),
  ],
)
export type Invitation = typeof invitations.$inferSelect

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

/** Letters to be sent and, for a short while, that they were sent; the words go as soon as they are no longer needed. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text('id').primaryKey(),
    /** one address, in lower case */
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    html: text('html').notNull(),
    language: text('language').$type<Language>().notNull(),
    createdAt: integer('created_at').notNull(),
    /** not to be touched before; a process that takes a letter puts this ahead */
    nextTryAt: integer('next_try_at').notNull(),
    tries: integer('tries').notNull().default(0),
    sentAt: integer('sent_at'),
    failedAt: integer('failed_at'),
    lastError: text('last_error'),
  },
  table => [
    index('outbox_due').on(table.nextTryAt).where(sql`${table.sentAt} is null and ${table.failedAt} is null`),
    index('outbox_recipient').on(table.recipient, table.createdAt),
  ],
)
export type StoredLetter = typeof outbox.$inferSelect

/** Each job runs once in each slot of time, whoever of the processes takes it; the last runs are kept. */
export const jobRuns = sqliteTable(
  'job_runs',
  {
    job: text('job').notNull(),
    /** the number of the slot since 1970, of the job's own length */
    slot: integer('slot').notNull(),
    startedAt: integer('started_at').notNull(),
    finishedAt: integer('finished_at'),
    /** what it did, in numbers; null while it runs and where it failed */
    outcome: json<Record<string, number>>('outcome'),
    /** what went wrong, without addresses and secrets */
    error: text('error'),
  },
  table => [primaryKey({ columns: [table.job, table.slot] })],
)
export type JobRun = typeof jobRuns.$inferSelect

/** The code with which the first operator makes an account; one at a time, only its hash. */
export const setupCodes = sqliteTable('setup_codes', {
  hash: text('hash').primaryKey(),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
})
export type SetupCode = typeof setupCodes.$inferSelect

/** What happened, in ids only; a trigger refuses to change or delete a row, so it points to nothing and outlives what it tells of. */
export const auditLog = sqliteTable(
  'audit_log',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: integer('at').notNull(),
    event: text('event').$type<AuditEvent>().notNull(),
    /** who did it; null for somebody who is not signed in */
    userId: text('user_id'),
    organisationId: text('organisation_id'),
    /** the id of what it was done to */
    subjectId: text('subject_id'),
  },
  table => [index('audit_log_organisation').on(table.organisationId, table.at), index('audit_log_user').on(table.userId, table.at)],
)
export type AuditEntry = typeof auditLog.$inferSelect
