CREATE TABLE `action_reminders` (
	`action_id` text NOT NULL,
	`kind` text NOT NULL,
	`due_on` text NOT NULL,
	`written_at` integer NOT NULL,
	PRIMARY KEY(`action_id`, `kind`, `due_on`),
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `actions` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`site` text,
	`measure_id` text,
	`questionnaire_hash` text,
	`title` text,
	`drill_id` text,
	`owner_id` text,
	`owner_name` text,
	`due_on` text,
	`note` text,
	`state` text DEFAULT 'open' NOT NULL,
	`reason` text,
	`state_at` integer NOT NULL,
	`answers_after` text,
	`sequence` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_by` text,
	`once_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`questionnaire_hash`) REFERENCES `questionnaires`(`hash`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`drill_id`) REFERENCES `drills`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "actions_measure_or_title" CHECK(("actions"."measure_id" is null) <> ("actions"."title" is null)),
	CONSTRAINT "actions_title" CHECK(length("actions"."title") <= 200),
	CONSTRAINT "actions_owner_name" CHECK(length("actions"."owner_name") <= 80),
	CONSTRAINT "actions_note" CHECK(length("actions"."note") <= 4000),
	CONSTRAINT "actions_reason" CHECK(length("actions"."reason") <= 4000)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `actions_once_key_unique` ON `actions` (`once_key`);--> statement-breakpoint
CREATE INDEX `actions_organisation` ON `actions` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `actions_due` ON `actions` (`due_on`) WHERE "actions"."due_on" is not null and "actions"."removed_at" is null;--> statement-breakpoint
CREATE INDEX `actions_owner` ON `actions` (`owner_id`) WHERE "actions"."owner_id" is not null;--> statement-breakpoint
CREATE INDEX `actions_drill` ON `actions` (`drill_id`) WHERE "actions"."drill_id" is not null;--> statement-breakpoint
CREATE INDEX `actions_questionnaire` ON `actions` (`questionnaire_hash`) WHERE "actions"."questionnaire_hash" is not null;--> statement-breakpoint
CREATE INDEX `actions_created_by` ON `actions` (`created_by`) WHERE "actions"."created_by" is not null;--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`organisation_id` text NOT NULL,
	`site` text,
	`user_id` text,
	`once_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_hash_unique` ON `calendar_feeds` (`hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_once_key_unique` ON `calendar_feeds` (`once_key`);--> statement-breakpoint
CREATE INDEX `calendar_feeds_organisation` ON `calendar_feeds` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `calendar_feeds_user` ON `calendar_feeds` (`user_id`) WHERE "calendar_feeds"."user_id" is not null;--> statement-breakpoint
CREATE TABLE `drills` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`scenario` text NOT NULL,
	`notes` text NOT NULL,
	`exercised` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_by` text,
	`once_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`held_at` integer,
	`removed_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `drills_once_key_unique` ON `drills` (`once_key`);--> statement-breakpoint
CREATE INDEX `drills_organisation` ON `drills` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `drills_assessment` ON `drills` (`assessment_id`);--> statement-breakpoint
CREATE INDEX `drills_created_by` ON `drills` (`created_by`) WHERE "drills"."created_by" is not null;--> statement-breakpoint
CREATE TABLE `reminder_links` (
	`hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reminder_links_user` ON `reminder_links` (`user_id`);--> statement-breakpoint
CREATE INDEX `reminder_links_expires` ON `reminder_links` (`expires_at`);--> statement-breakpoint
CREATE TABLE `share_links` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`organisation_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`parts` text NOT NULL,
	`label` text,
	`created_by` text,
	`once_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`opened_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "share_links_label" CHECK(length("share_links"."label") <= 80)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `share_links_hash_unique` ON `share_links` (`hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `share_links_once_key_unique` ON `share_links` (`once_key`);--> statement-breakpoint
CREATE INDEX `share_links_organisation` ON `share_links` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `share_links_assessment` ON `share_links` (`assessment_id`);--> statement-breakpoint
CREATE INDEX `share_links_expires` ON `share_links` (`expires_at`);--> statement-breakpoint
CREATE INDEX `share_links_created_by` ON `share_links` (`created_by`) WHERE "share_links"."created_by" is not null;--> statement-breakpoint
CREATE TABLE `supplier_links` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`organisation_id` text NOT NULL,
	`site` text,
	`label` text NOT NULL,
	`asker` text NOT NULL,
	`created_by` text,
	`once_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "supplier_links_label" CHECK(length("supplier_links"."label") <= 80),
	CONSTRAINT "supplier_links_asker" CHECK(length("supplier_links"."asker") <= 120)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `supplier_links_hash_unique` ON `supplier_links` (`hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `supplier_links_once_key_unique` ON `supplier_links` (`once_key`);--> statement-breakpoint
CREATE INDEX `supplier_links_organisation` ON `supplier_links` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `supplier_links_expires` ON `supplier_links` (`expires_at`);--> statement-breakpoint
CREATE INDEX `supplier_links_created_by` ON `supplier_links` (`created_by`) WHERE "supplier_links"."created_by" is not null;--> statement-breakpoint
CREATE TABLE `supplier_scans` (
	`link_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`hours` text,
	`sent_at` integer,
	PRIMARY KEY(`link_id`, `assessment_id`),
	FOREIGN KEY (`link_id`) REFERENCES `supplier_links`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `supplier_scans_assessment` ON `supplier_scans` (`assessment_id`);--> statement-breakpoint
CREATE TABLE `trial_hours` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`day` text NOT NULL,
	`time` text NOT NULL,
	`ticked` text NOT NULL,
	`tell` text,
	`keep_on` text,
	`outcome` text,
	`note` text,
	`sequence` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_by` text,
	`once_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`held_at` integer,
	`cancelled_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "trial_hours_tell" CHECK(length("trial_hours"."tell") <= 4000),
	CONSTRAINT "trial_hours_keep_on" CHECK(length("trial_hours"."keep_on") <= 4000),
	CONSTRAINT "trial_hours_note" CHECK(length("trial_hours"."note") <= 4000)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `trial_hours_once_key_unique` ON `trial_hours` (`once_key`);--> statement-breakpoint
CREATE INDEX `trial_hours_organisation` ON `trial_hours` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `trial_hours_assessment` ON `trial_hours` (`assessment_id`);--> statement-breakpoint
CREATE INDEX `trial_hours_created_by` ON `trial_hours` (`created_by`) WHERE "trial_hours"."created_by" is not null;--> statement-breakpoint
ALTER TABLE `answers` ADD `confirmed_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `assessments` ADD `site` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `unsubscribe` text;--> statement-breakpoint
ALTER TABLE `users` ADD `reminders` integer DEFAULT true NOT NULL;--> statement-breakpoint
UPDATE `answers` SET `confirmed_at` = `updated_at`;--> statement-breakpoint
WITH RECURSIVE line(id, first) AS (
  SELECT id, id FROM `assessments` WHERE scope = 'site' AND started_from IS NULL
  UNION ALL SELECT later.id, line.first FROM `assessments` AS later JOIN line ON later.started_from = line.id
)
UPDATE `assessments` SET `site` = (SELECT first FROM line WHERE line.id = `assessments`.id) WHERE scope = 'site';
