CREATE TABLE `answer_history` (
	`assessment_id` text NOT NULL,
	`question_id` text NOT NULL,
	`version` integer NOT NULL,
	`answer` text,
	`own_words` text,
	`note` text,
	`firmness` text,
	`evidence` text,
	`saved_by` text,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`assessment_id`, `question_id`, `version`),
	FOREIGN KEY (`saved_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`assessment_id`,`question_id`) REFERENCES `answers`(`assessment_id`,`question_id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `answer_history_saved_by` ON `answer_history` (`saved_by`) WHERE "answer_history"."saved_by" is not null;--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`event` text NOT NULL,
	`user_id` text,
	`organisation_id` text,
	`subject_id` text
);
--> statement-breakpoint
CREATE INDEX `audit_log_organisation` ON `audit_log` (`organisation_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_log_user` ON `audit_log` (`user_id`,`at`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`organisation_id` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`themes` text NOT NULL,
	`assessment_id` text,
	`invited_by` text,
	`once_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`invited_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_hash_unique` ON `invitations` (`hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_once_key_unique` ON `invitations` (`once_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_address` ON `invitations` (`organisation_id`,`email`);--> statement-breakpoint
CREATE INDEX `invitations_assessment` ON `invitations` (`assessment_id`);--> statement-breakpoint
CREATE INDEX `invitations_invited_by` ON `invitations` (`invited_by`);--> statement-breakpoint
CREATE INDEX `invitations_expires` ON `invitations` (`expires_at`);--> statement-breakpoint
CREATE TABLE `job_runs` (
	`job` text NOT NULL,
	`slot` integer NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`outcome` text,
	`error` text,
	PRIMARY KEY(`job`, `slot`)
);
--> statement-breakpoint
CREATE TABLE `mail_codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`email` text NOT NULL,
	`user_id` text,
	`organisation_id` text,
	`once_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mail_codes_once_key_unique` ON `mail_codes` (`once_key`);--> statement-breakpoint
CREATE INDEX `mail_codes_user` ON `mail_codes` (`user_id`);--> statement-breakpoint
CREATE INDEX `mail_codes_organisation` ON `mail_codes` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `mail_codes_expires` ON `mail_codes` (`expires_at`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`organisation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`themes` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `user_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `memberships_user` ON `memberships` (`user_id`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `recovery_codes_user` ON `recovery_codes` (`user_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`device` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE INDEX `sessions_expires` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `setup_codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text,
	`password_hash` text NOT NULL,
	`language` text NOT NULL,
	`operator` integer DEFAULT false NOT NULL,
	`totp_secret` text,
	`totp_step` integer,
	`created_at` integer NOT NULL,
	`deletion_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_answers` (
	`assessment_id` text NOT NULL,
	`question_id` text NOT NULL,
	`answer` text,
	`own_words` text,
	`note` text,
	`firmness` text,
	`evidence` text,
	`saved_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`assessment_id`, `question_id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`saved_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "answers_own_words" CHECK(length("__new_answers"."own_words") <= 60),
	CONSTRAINT "answers_note" CHECK(length("__new_answers"."note") <= 4000),
	CONSTRAINT "answers_evidence" CHECK(length("__new_answers"."evidence") <= 500)
);
--> statement-breakpoint
INSERT INTO `__new_answers`("assessment_id", "question_id", "answer", "own_words", "note", "firmness", "evidence", "saved_by", "version", "updated_at") SELECT "assessment_id", "question_id", "answer", "own_words", "note", NULL, NULL, NULL, "version", "updated_at" FROM `answers`;--> statement-breakpoint
DROP TABLE `answers`;--> statement-breakpoint
ALTER TABLE `__new_answers` RENAME TO `answers`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `answers_saved_by` ON `answers` (`saved_by`) WHERE "answers"."saved_by" is not null;--> statement-breakpoint
ALTER TABLE `assessments` ADD `name` text;--> statement-breakpoint
ALTER TABLE `assessments` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `assessments` ADD `removed_at` integer;--> statement-breakpoint
ALTER TABLE `organisations` ADD `kvk` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `part_of_group` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `chosen_assessment_id` text REFERENCES assessments(id) ON DELETE SET NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `deletion_at` integer;--> statement-breakpoint
CREATE INDEX `organisations_chosen` ON `organisations` (`chosen_assessment_id`) WHERE "organisations"."chosen_assessment_id" is not null;--> statement-breakpoint
ALTER TABLE `outbox` ADD `notice` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE TRIGGER `audit_log_keeps_rows` BEFORE DELETE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;--> statement-breakpoint
CREATE TRIGGER `audit_log_keeps_words` BEFORE UPDATE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
