CREATE TABLE `answers` (
	`assessment_id` text NOT NULL,
	`question_id` text NOT NULL,
	`answer` text,
	`own_words` text,
	`note` text,
	`version` integer DEFAULT 1 NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`assessment_id`, `question_id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "answers_own_words" CHECK(length("answers"."own_words") <= 60),
	CONSTRAINT "answers_note" CHECK(length("answers"."note") <= 4000)
);
--> statement-breakpoint
CREATE TABLE `assessments` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`questionnaire_hash` text NOT NULL,
	`sector` text NOT NULL,
	`mode` text NOT NULL,
	`size` text NOT NULL,
	`region` text,
	`scope` text NOT NULL,
	`started_from` text,
	`once_key` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`finished_at` integer,
	`opened_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`questionnaire_hash`) REFERENCES `questionnaires`(`hash`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_from`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assessments_once_key_unique` ON `assessments` (`once_key`);--> statement-breakpoint
CREATE INDEX `assessments_organisation` ON `assessments` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `assessments_questionnaire` ON `assessments` (`questionnaire_hash`);--> statement-breakpoint
CREATE INDEX `assessments_started_from` ON `assessments` (`started_from`);--> statement-breakpoint
CREATE INDEX `assessments_opened` ON `assessments` (`opened_at`);--> statement-breakpoint
CREATE TABLE `browser_key_assessments` (
	`key_hash` text NOT NULL,
	`assessment_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`key_hash`, `assessment_id`),
	FOREIGN KEY (`key_hash`) REFERENCES `browser_keys`(`hash`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `browser_key_assessments_assessment` ON `browser_key_assessments` (`assessment_id`);--> statement-breakpoint
CREATE TABLE `browser_keys` (
	`hash` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text,
	`example` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`language` text NOT NULL,
	`created_at` integer NOT NULL,
	`next_try_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`sent_at` integer,
	`failed_at` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`next_try_at`) WHERE "outbox"."sent_at" is null and "outbox"."failed_at" is null;--> statement-breakpoint
CREATE INDEX `outbox_recipient` ON `outbox` (`recipient`,`created_at`);--> statement-breakpoint
CREATE TABLE `pass_on_codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`kind` text NOT NULL,
	`once_key` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pass_on_codes_once_key_unique` ON `pass_on_codes` (`once_key`);--> statement-breakpoint
CREATE INDEX `pass_on_codes_assessment` ON `pass_on_codes` (`assessment_id`);--> statement-breakpoint
CREATE INDEX `pass_on_codes_expires` ON `pass_on_codes` (`expires_at`);--> statement-breakpoint
CREATE TABLE `questionnaires` (
	`hash` text PRIMARY KEY NOT NULL,
	`sector` text NOT NULL,
	`content` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `results` (
	`assessment_id` text PRIMARY KEY NOT NULL,
	`scoring_version` integer NOT NULL,
	`questionnaire_hash` text NOT NULL,
	`result` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`questionnaire_hash`) REFERENCES `questionnaires`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `results_questionnaire` ON `results` (`questionnaire_hash`);