/** The tables of what comes after a report: the plan, its diary and reminders, what is shared, what was practised, what suppliers sent. */
import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { longestNote } from '#app/core/answers.ts'
import type { ActionState } from '#app/core/actions.ts'
import { atMost, json } from './columns.ts'
import { users } from './people-tables.ts'
import { assessments, organisations, questionnaires } from './schema.ts'

/** Whose a row is: a company's, and gone with it. */
const ofCompany = () =>
  text('organisation_id')
    .notNull()
    .references(() => organisations.id, { onDelete: 'cascade' })
/** Who made a row; null for a guest, and for one who is gone. */
const madeBy = () => text('created_by').references((): AnySQLiteColumn => users.id, { onDelete: 'set null' })
/** Comes with the form that makes the row: a repeat finds the first. */
const onceKey = () => text('once_key').notNull().unique()

/** The actions of a plan. A plan belongs to a company, or to one site of it, and not to a scan. */
export const actions = sqliteTable(
  'actions',
  {
    id: text('id').primaryKey(),
    organisationId: ofCompany(),
    /** as in assessments.site: null for the whole company */
    site: text('site'),
    /** the measure that was adopted, and the questionnaire whose words it has; both null for an own action */
    measureId: text('measure_id'),
    questionnaireHash: text('questionnaire_hash').references(() => questionnaires.hash),
    /** of an own action; null for a measure */
    title: text('title'),
    /** the drill that it came out of */
    drillId: text('drill_id').references((): AnySQLiteColumn => drills.id, { onDelete: 'set null' }),
    /** the member who does it */
    ownerId: text('owner_id').references(() => users.id, { onDelete: 'set null' }),
    /** who does it, where that is no member */
    ownerName: text('owner_name'),
    /** a day without a time: 2026-11-24 */
    dueOn: text('due_on'),
    note: text('note'),
    state: text('state').$type<ActionState>().notNull().default('open'),
    /** why it is deliberately not done */
    reason: text('reason'),
    /** when it came into this state */
    stateAt: integer('state_at').notNull(),
    /** what was said when it was done: its answers were lifted, or left as they are; null while nobody said */
    answersAfter: text('answers_after').$type<'lifted' | 'left'>(),
    /** rises with every change that a diary shows (RFC 5545 SEQUENCE) */
    sequence: integer('sequence').notNull().default(0),
    /** rises with every change: who saves on an older one is shown both */
    version: integer('version').notNull().default(1),
    createdBy: madeBy(),
    onceKey: onceKey(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    /** out of the plan; it can be put back, and a diary is told that it is cancelled */
    removedAt: integer('removed_at'),
  },
  table => [
    index('actions_organisation').on(table.organisationId),
    index('actions_due').on(table.dueOn).where(sql`${table.dueOn} is not null and ${table.removedAt} is null`),
    index('actions_owner').on(table.ownerId).where(sql`${table.ownerId} is not null`),
    index('actions_drill').on(table.drillId).where(sql`${table.drillId} is not null`),
    index('actions_questionnaire').on(table.questionnaireHash).where(sql`${table.questionnaireHash} is not null`),
    index('actions_created_by').on(table.createdBy).where(sql`${table.createdBy} is not null`),
    check('actions_measure_or_title', sql`(${table.measureId} is null) <> (${table.title} is null)`),
    check('actions_title', atMost(table.title, 200)),
    check('actions_owner_name', atMost(table.ownerName, 80)),
    check('actions_note', atMost(table.note, longestNote)),
    check('actions_reason', atMost(table.reason, longestNote)),
  ],
)
export type Action = typeof actions.$inferSelect

/** Which reminders were written: once for each action, day and kind. */
export const actionReminders = sqliteTable(
  'action_reminders',
  {
    actionId: text('action_id')
      .notNull()
      .references(() => actions.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<'week' | 'day'>().notNull(),
    dueOn: text('due_on').notNull(),
    writtenAt: integer('written_at').notNull(),
  },
  table => [primaryKey({ columns: [table.actionId, table.kind, table.dueOn] })],
)
export type ActionReminder = typeof actionReminders.$inferSelect

/** Links in letters with which reminders go off without signing in; only the hash is stored. */
export const reminderLinks = sqliteTable(
  'reminder_links',
  {
    hash: text('hash').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  table => [index('reminder_links_user').on(table.userId), index('reminder_links_expires').on(table.expiresAt)],
)
export type ReminderLink = typeof reminderLinks.$inferSelect

/** Secret addresses at which a diary reads the plan; deleted when revoked, only the hash is stored. */
export const calendarFeeds = sqliteTable(
  'calendar_feeds',
  {
    id: text('id').primaryKey(),
    hash: text('hash').notNull().unique(),
    organisationId: ofCompany(),
    site: text('site'),
    /** the member whose it is, and with whose membership it ends; null for a guest's, which ends when the company has members */
    userId: text('user_id').references(() => users.id, { onDelete: 'cascade' }),
    onceKey: onceKey(),
    createdAt: integer('created_at').notNull(),
    /** the day on which it was last read, at midnight UTC; a listed counter */
    readAt: integer('read_at'),
  },
  table => [index('calendar_feeds_organisation').on(table.organisationId), index('calendar_feeds_user').on(table.userId).where(sql`${table.userId} is not null`)],
)
export type CalendarFeed = typeof calendarFeeds.$inferSelect

/** Read-only links to chosen parts of one report; deleted when revoked, only the hash is stored. */
export const shareLinks = sqliteTable(
  'share_links',
  {
    id: text('id').primaryKey(),
    hash: text('hash').notNull().unique(),
    organisationId: ofCompany(),
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    /** ids of the parts that it shows */
    parts: json<string[]>('parts').notNull(),
    /** for whom, in the words of who made it; shown to nobody else */
    label: text('label'),
    createdBy: madeBy(),
    onceKey: onceKey(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    /** the day on which it was last opened, at midnight UTC; a listed counter */
    openedAt: integer('opened_at'),
  },
  table => [
    index('share_links_organisation').on(table.organisationId),
    index('share_links_assessment').on(table.assessmentId),
    index('share_links_expires').on(table.expiresAt),
    index('share_links_created_by').on(table.createdBy).where(sql`${table.createdBy} is not null`),
    check('share_links_label', atMost(table.label, 80)),
  ],
)
export type ShareLink = typeof shareLinks.$inferSelect

/** Half-hour table-top exercises, made from one finished scan. */
export const drills = sqliteTable(
  'drills',
  {
    id: text('id').primaryKey(),
    organisationId: ofCompany(),
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    scenario: text('scenario').notNull(),
    /** what came out, by id of the step of the script; texts of at most 4,000 characters */
    notes: json<Record<string, string>>('notes').notNull(),
    /** ids of the questions whose answers it exercised, once it is held */
    exercised: json<string[]>('exercised').notNull(),
    version: integer('version').notNull().default(1),
    createdBy: madeBy(),
    onceKey: onceKey(),
    createdAt: integer('created_at').notNull(),
    heldAt: integer('held_at'),
    /** taken off the list before it was held; it can be put back */
    removedAt: integer('removed_at'),
  },
  table => [
    index('drills_organisation').on(table.organisationId),
    index('drills_assessment').on(table.assessmentId),
    index('drills_created_by').on(table.createdBy).where(sql`${table.createdBy} is not null`),
  ],
)
export type Drill = typeof drills.$inferSelect

/** Planned hours with the main switch off. */
export const trialHours = sqliteTable(
  'trial_hours',
  {
    id: text('id').primaryKey(),
    organisationId: ofCompany(),
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    /** the day and the time by the clock in the Netherlands: 2026-11-24, 09:30 */
    day: text('day').notNull(),
    time: text('time').notNull(),
    /** ids of the points of the checklist that were ticked */
    ticked: json<string[]>('ticked').notNull(),
    /** who is told, and what must stay on, in own words */
    tell: text('tell'),
    keepOn: text('keep_on'),
    /** what was said afterwards, by id of the question: it was right, or the option that it really is */
    outcome: json<Record<string, 'right' | { readonly option: string }>>('outcome'),
    note: text('note'),
    sequence: integer('sequence').notNull().default(0),
    version: integer('version').notNull().default(1),
    createdBy: madeBy(),
    onceKey: onceKey(),
    createdAt: integer('created_at').notNull(),
    heldAt: integer('held_at'),
    cancelledAt: integer('cancelled_at'),
  },
  table => [
    index('trial_hours_organisation').on(table.organisationId),
    index('trial_hours_assessment').on(table.assessmentId),
    index('trial_hours_created_by').on(table.createdBy).where(sql`${table.createdBy} is not null`),
    check('trial_hours_tell', atMost(table.tell, longestNote)),
    check('trial_hours_keep_on', atMost(table.keepOn, longestNote)),
    check('trial_hours_note', atMost(table.note, longestNote)),
  ],
)
export type TrialHour = typeof trialHours.$inferSelect

/** Links with which a supplier is asked how long he would last; only the hash is stored. */
export const supplierLinks = sqliteTable(
  'supplier_links',
  {
    id: text('id').primaryKey(),
    hash: text('hash').notNull().unique(),
    organisationId: ofCompany(),
    site: text('site'),
    /** what the company calls the supplier; the supplier does not see it */
    label: text('label').notNull(),
    /** how the company calls itself to the supplier */
    asker: text('asker').notNull(),
    createdBy: madeBy(),
    onceKey: onceKey(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  table => [
    index('supplier_links_organisation').on(table.organisationId),
    index('supplier_links_expires').on(table.expiresAt),
    index('supplier_links_created_by').on(table.createdBy).where(sql`${table.createdBy} is not null`),
    check('supplier_links_label', atMost(table.label, 80)),
    check('supplier_links_asker', atMost(table.asker, 120)),
  ],
)
export type SupplierLink = typeof supplierLinks.$inferSelect

/** The supplier's scans that were begun through such a link, and the hours that were sent back: one figure per scenario. */
export const supplierScans = sqliteTable(
  'supplier_scans',
  {
    linkId: text('link_id')
      .notNull()
      .references(() => supplierLinks.id, { onDelete: 'cascade' }),
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id, { onDelete: 'cascade' }),
    createdAt: integer('created_at').notNull(),
    /** scenario → when deliveries stop, in hours, or `unlimited`; null: not sent, or withdrawn */
    hours: json<Record<string, number | 'unlimited'>>('hours'),
    sentAt: integer('sent_at'),
  },
  table => [primaryKey({ columns: [table.linkId, table.assessmentId] }), index('supplier_scans_assessment').on(table.assessmentId)],
)
export type SupplierScan = typeof supplierScans.$inferSelect
