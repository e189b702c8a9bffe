/** The tables of who: users, their sessions and codes, memberships, invitations. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { MemberRole } from '#app/core/permissions.ts'
import type { Language } from '#app/core/questionnaire.ts'
import { json } from './columns.ts'
import { assessments, organisations } from './schema.ts'

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
  /** letters a week before an action is due, and on the day */
  reminders: integer('reminders', { mode: 'boolean' }).notNull().default(true),
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
