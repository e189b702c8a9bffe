/** The tables of what goes on behind the pages: letters, jobs, the first code, the audit log. */
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Language } from '#app/core/questionnaire.ts'
import type { AuditEvent } from './audit-events.ts'
import { json } from './columns.ts'

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
    /** tells somebody what was changed about their own account: it always goes, and is not counted among the letters of a day */
    notice: integer('notice', { mode: 'boolean' }).notNull().default(false),
    /** the address that turns such letters off with one click (RFC 8058); null for a letter that somebody asked for */
    unsubscribe: text('unsubscribe'),
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
