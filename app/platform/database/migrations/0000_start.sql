CREATE TABLE "access_need" (
	"registration_id" uuid PRIMARY KEY NOT NULL,
	"kinds" text[] DEFAULT '{}' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "agreement" (
	"review_id" uuid NOT NULL,
	"part" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agreement_review_id_part_person_id_pk" PRIMARY KEY("review_id","part","person_id")
);--> statement-breakpoint
CREATE TABLE "analysis" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"session_id" uuid,
	"seq" bigint NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"method" integer NOT NULL,
	"settings" jsonb NOT NULL,
	"people" integer NOT NULL,
	"ballots" integer NOT NULL,
	"input_hash" text NOT NULL,
	"found" jsonb NOT NULL,
	"points" "bytea" NOT NULL,
	"fits" jsonb,
	"shown_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE TABLE "analysis_member" (
	"dialogue_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"letter" text NOT NULL,
	CONSTRAINT "analysis_member_dialogue_id_person_id_pk" PRIMARY KEY("dialogue_id","person_id")
);--> statement-breakpoint
CREATE TABLE "application" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"key_hash" "bytea",
	"oauth_client" text,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE TABLE "area" (
	"code" text NOT NULL,
	"year" smallint NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"parent_code" text,
	"everyday_name" text,
	"former" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "area_code_year_pk" PRIMARY KEY("code","year")
);--> statement-breakpoint
CREATE TABLE "attendance" (
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"first_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attendance_session_id_person_id_pk" PRIMARY KEY("session_id","person_id")
);--> statement-breakpoint
CREATE TABLE "audit" (
	"scope" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"actor" text NOT NULL,
	"what" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	CONSTRAINT "audit_scope_seq_pk" PRIMARY KEY("scope","seq")
);--> statement-breakpoint
CREATE TABLE "audit_archive" (
	"first_seal" bigint PRIMARY KEY NOT NULL,
	"last_seal" bigint NOT NULL,
	"month" text NOT NULL,
	"lines" "bytea" NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "audit_seal" (
	"number" bigint PRIMARY KEY NOT NULL,
	"scope" uuid NOT NULL,
	"first" bigint NOT NULL,
	"last" bigint NOT NULL,
	"digests" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "backing" (
	"contribution_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "backing_contribution_id_person_id_pk" PRIMARY KEY("contribution_id","person_id")
);--> statement-breakpoint
CREATE TABLE "ballot" (
	"insight_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"choice" text NOT NULL,
	"fit" text,
	"field_id" uuid,
	"party_id" uuid,
	"session_id" uuid,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"first_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ballot_insight_id_person_id_pk" PRIMARY KEY("insight_id","person_id")
);--> statement-breakpoint
CREATE TABLE "call" (
	"dialogue_id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"lead" text DEFAULT '' NOT NULL,
	"purpose" text DEFAULT '' NOT NULL,
	"background" text DEFAULT '' NOT NULL,
	"for_whom" text DEFAULT '' NOT NULL,
	"what_happens" text DEFAULT '' NOT NULL,
	"owner" text DEFAULT '' NOT NULL,
	"contact" text DEFAULT '' NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "card" (
	"dialogue_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"does" text DEFAULT '' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"offers" text DEFAULT '' NOT NULL,
	"looks_for" text DEFAULT '' NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "card_dialogue_id_person_id_pk" PRIMARY KEY("dialogue_id","person_id")
);--> statement-breakpoint
CREATE TABLE "connection_check" (
	"registration_id" uuid PRIMARY KEY NOT NULL,
	"findings" jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "consent" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"dialogue_id" uuid,
	"purpose" text NOT NULL,
	"given" boolean NOT NULL,
	"text_version" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "contribution" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"situation" text DEFAULT '' NOT NULL,
	"for_whom" text DEFAULT '' NOT NULL,
	"tried" text DEFAULT '' NOT NULL,
	"weight" text DEFAULT '' NOT NULL,
	"how_often" text DEFAULT '' NOT NULL,
	"would_help" text DEFAULT '' NOT NULL,
	"touches" uuid[] DEFAULT '{}' NOT NULL,
	"same_as" uuid,
	"shared" text NOT NULL,
	"state" text DEFAULT 'visible' NOT NULL,
	"hidden_reason" text,
	"hidden_by" uuid,
	"redacted_reason" text,
	"phase" text DEFAULT 'during' NOT NULL,
	"person_id" uuid,
	"field_id" uuid,
	"party_id" uuid,
	"session_id" uuid,
	"step_id" uuid,
	"group_id" uuid,
	"insight_id" uuid,
	"naming_id" uuid,
	"together_id" uuid,
	"brought_at" timestamp (3) with time zone,
	"without_field" boolean DEFAULT false NOT NULL,
	"on_wall_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "decision" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"theme_id" uuid,
	"contribution_id" uuid,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"item_id" uuid,
	"by_id" uuid,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "device" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid NOT NULL,
	"dialogue_id" uuid,
	"name" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"way" text,
	"ended_at" timestamp (3) with time zone,
	"distrusted" boolean DEFAULT false NOT NULL
);--> statement-breakpoint
CREATE TABLE "dialogue" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"language" text DEFAULT 'nl' NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"house_rules" text DEFAULT '' NOT NULL,
	"help_contact" text DEFAULT '' NOT NULL,
	"settings" jsonb DEFAULT '{"confirmNewDevice":false,"linkInCalendar":true,"admission":"automatic"}'::jsonb NOT NULL,
	"source" text,
	"licence" text,
	"rehearsal_of" uuid,
	"rehearsal" jsonb,
	"consultation" boolean DEFAULT false NOT NULL,
	"follows_id" uuid,
	"programme_shown_at" timestamp (3) with time zone,
	"programme_asked_at" timestamp (3) with time zone,
	"programme_ask_ended_at" timestamp (3) with time zone,
	"archived_at" timestamp (3) with time zone,
	"held_at" timestamp (3) with time zone,
	"held_because" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "dissent" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"review_id" uuid NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"part" text NOT NULL,
	"text" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'visible' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE TABLE "dissenter" (
	"dissent_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"named" boolean DEFAULT false NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dissenter_dissent_id_person_id_pk" PRIMARY KEY("dissent_id","person_id")
);--> statement-breakpoint
CREATE TABLE "erasure" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"asked_by" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"settled_by" uuid,
	"settled_at" timestamp (3) with time zone,
	"outcome" text
);--> statement-breakpoint
CREATE TABLE "field" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"shape" smallint NOT NULL,
	"target" integer,
	"removed_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE TABLE "flag" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"why" text NOT NULL,
	"kinds" text[] DEFAULT '{}' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"reporter_id" uuid,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"settled_by" uuid,
	"outcome" text,
	"answer" text DEFAULT '' NOT NULL
);--> statement-breakpoint
CREATE TABLE "floor" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"step_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"how" text NOT NULL,
	"asked_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"given_at" timestamp (3) with time zone,
	"given_by" uuid,
	"ends_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE TABLE "gather_event" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"needs" uuid[] NOT NULL,
	"together_id" uuid,
	"by_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "group" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"grouping_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"topic" text DEFAULT '' NOT NULL,
	"note_taker_id" uuid,
	"speaker_id" uuid,
	"turn_id" uuid,
	"turn_at" timestamp (3) with time zone,
	"announcement" text DEFAULT '' NOT NULL
);--> statement-breakpoint
CREATE TABLE "group_visit" (
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "group_visit_group_id_person_id_pk" PRIMARY KEY("group_id","person_id")
);--> statement-breakpoint
CREATE TABLE "grouping" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"step_id" uuid NOT NULL,
	"state" text DEFAULT 'dealt' NOT NULL,
	"seed" integer NOT NULL,
	"size" smallint NOT NULL,
	"weights" jsonb,
	"shown_at" timestamp (3) with time zone,
	"before" jsonb,
	"dealt_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "hand_over" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"to_name" text NOT NULL,
	"to_person_id" uuid,
	"until" date NOT NULL,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"stopped_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE TABLE "help" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"group_id" uuid,
	"person_id" uuid NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"raised_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"claimed_by" uuid,
	"claimed_at" timestamp (3) with time zone,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	"answered_by" uuid
);--> statement-breakpoint
CREATE TABLE "hook" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"kinds" text[] NOT NULL,
	"secret" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"paused_at" timestamp (3) with time zone,
	"gone_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE TABLE "hook_delivery" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"hook_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"answer" smallint,
	"problem" text,
	"done_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE TABLE "hook_event" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"position" bigserial NOT NULL,
	"dialogue_id" uuid,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"data" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);--> statement-breakpoint
CREATE TABLE "insight" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"reason" text,
	"author_id" uuid,
	"session_id" uuid,
	"revealed_at" timestamp (3) with time zone,
	"figures" jsonb,
	"figures_at" timestamp (3) with time zone,
	"history" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"replaces_id" uuid,
	"changed_because" text DEFAULT '' NOT NULL,
	"repeats_id" uuid,
	"again" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "insight_cause" (
	"insight_id" uuid NOT NULL,
	"contribution_id" uuid NOT NULL,
	CONSTRAINT "insight_cause_insight_id_contribution_id_pk" PRIMARY KEY("insight_id","contribution_id")
);--> statement-breakpoint
CREATE TABLE "insight_theme" (
	"dialogue_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"theme_id" uuid NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "insight_theme_dialogue_id_number_pk" PRIMARY KEY("dialogue_id","number")
);--> statement-breakpoint
CREATE TABLE "item_cause" (
	"progress_id" bigint NOT NULL,
	"reaction_id" uuid NOT NULL,
	CONSTRAINT "item_cause_progress_id_reaction_id_pk" PRIMARY KEY("progress_id","reaction_id")
);--> statement-breakpoint
CREATE TABLE "item_claim" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"item_id" uuid NOT NULL,
	"insight_id" uuid,
	"block_id" uuid,
	"words" text DEFAULT '' NOT NULL
);--> statement-breakpoint
CREATE TABLE "item_owner" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"item_id" uuid NOT NULL,
	"person_id" uuid,
	"role" text NOT NULL,
	"lead" boolean DEFAULT false NOT NULL,
	"named" boolean,
	"added_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE TABLE "item_reaction" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"item_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"fit" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "item_theme" (
	"item_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	CONSTRAINT "item_theme_item_id_theme_id_pk" PRIMARY KEY("item_id","theme_id")
);--> statement-breakpoint
CREATE TABLE "last_deed" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"by_id" uuid NOT NULL,
	"before" jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "ledger" (
	"scope" uuid PRIMARY KEY NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	"passing" boolean DEFAULT false NOT NULL
);--> statement-breakpoint
CREATE TABLE "link" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"dialogue_id" uuid,
	"subject_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"used_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"dialogue_id" uuid,
	"session_id" uuid,
	"kind" text NOT NULL,
	"event" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"due_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"error" text,
	"sent_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "mailbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"mail_id" uuid NOT NULL,
	"address" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"calendar" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "mark" (
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"contribution_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mark_session_id_person_id_contribution_id_pk" PRIMARY KEY("session_id","person_id","contribution_id")
);--> statement-breakpoint
CREATE TABLE "measure" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	"lifted_by" uuid
);--> statement-breakpoint
CREATE TABLE "membership" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"dialogue_id" uuid,
	"role" text NOT NULL,
	"invited_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"session_id" uuid,
	"audience" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"recipients" integer DEFAULT 0 NOT NULL,
	"by_id" uuid,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "name_choice" (
	"naming_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"option" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "name_choice_naming_id_person_id_pk" PRIMARY KEY("naming_id","person_id")
);--> statement-breakpoint
CREATE TABLE "network_ask" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"context" text DEFAULT '' NOT NULL,
	"until" date,
	"field_ids" uuid[] DEFAULT '{}' NOT NULL,
	"area_code" text,
	"area_year" smallint,
	"municipality" text,
	"state" text DEFAULT 'open' NOT NULL,
	"thanks" text DEFAULT '' NOT NULL,
	"stems" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE TABLE "network_block" (
	"dialogue_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "network_block_dialogue_id_person_id_other_id_pk" PRIMARY KEY("dialogue_id","person_id","other_id")
);--> statement-breakpoint
CREATE TABLE "network_circle" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"about" text NOT NULL,
	"theme_id" uuid,
	"area_code" text,
	"area_year" smallint,
	"meets_at" timestamp (3) with time zone,
	"place" text DEFAULT '' NOT NULL,
	"held_in" uuid,
	"sequence" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "network_circle_answer" (
	"date_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"answer" text NOT NULL,
	CONSTRAINT "network_circle_answer_date_id_person_id_pk" PRIMARY KEY("date_id","person_id")
);--> statement-breakpoint
CREATE TABLE "network_circle_date" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"circle_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL
);--> statement-breakpoint
CREATE TABLE "network_circle_note" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"circle_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "network_circle_person" (
	"circle_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"joined_at" timestamp (3) with time zone,
	CONSTRAINT "network_circle_person_circle_id_person_id_pk" PRIMARY KEY("circle_id","person_id")
);--> statement-breakpoint
CREATE TABLE "network_commitment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"what" text NOT NULL,
	"with_whom" text DEFAULT '' NOT NULL,
	"due" date NOT NULL,
	"theme_id" uuid,
	"state" text DEFAULT 'open' NOT NULL,
	"circle_id" uuid,
	"shared" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE TABLE "network_digest" (
	"dialogue_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"week" date NOT NULL,
	"ask_ids" uuid[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "network_digest_dialogue_id_person_id_week_pk" PRIMARY KEY("dialogue_id","person_id","week")
);--> statement-breakpoint
CREATE TABLE "network_file" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"practice_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"size" integer NOT NULL,
	"hash" text NOT NULL,
	"content" "bytea",
	"scanned_at" timestamp (3) with time zone,
	"approved_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "network_file_gone" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "network_member" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"does" text DEFAULT '' NOT NULL,
	"offers" text DEFAULT '' NOT NULL,
	"looks_for" text DEFAULT '' NOT NULL,
	"area_code" text,
	"area_year" smallint,
	"municipality" text,
	"field_ids" uuid[] DEFAULT '{}' NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"shown" jsonb NOT NULL,
	"stems_members" text[] DEFAULT '{}' NOT NULL,
	"stems_participants" text[] DEFAULT '{}' NOT NULL,
	"stems_public" text[] DEFAULT '{}' NOT NULL,
	"digest" boolean DEFAULT false NOT NULL,
	"joined_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "network_message" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"text" text NOT NULL,
	"shares_mail" boolean DEFAULT false NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"reported_at" timestamp (3) with time zone,
	"report_reason" text DEFAULT '' NOT NULL,
	"settled_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE TABLE "network_need" (
	"contribution_id" uuid PRIMARY KEY NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"stems" text[] DEFAULT '{}' NOT NULL
);--> statement-breakpoint
CREATE TABLE "network_practice" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"words" jsonb NOT NULL,
	"published" integer,
	"open" boolean DEFAULT false NOT NULL,
	"area_code" text,
	"area_year" smallint,
	"field_ids" uuid[] DEFAULT '{}' NOT NULL,
	"theme_ids" uuid[] DEFAULT '{}' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"stems" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "network_practice_use" (
	"practice_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"fit" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "network_practice_use_practice_id_person_id_pk" PRIMARY KEY("practice_id","person_id")
);--> statement-breakpoint
CREATE TABLE "network_practice_version" (
	"practice_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"words" jsonb NOT NULL,
	"open" boolean DEFAULT false NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "network_practice_version_practice_id_version_pk" PRIMARY KEY("practice_id","version")
);--> statement-breakpoint
CREATE TABLE "network_reaction" (
	"ask_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "network_reaction_ask_id_person_id_pk" PRIMARY KEY("ask_id","person_id")
);--> statement-breakpoint
CREATE TABLE "notes_confirmed" (
	"group_id" uuid NOT NULL,
	"step_id" uuid NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notes_confirmed_group_id_step_id_pk" PRIMARY KEY("group_id","step_id")
);--> statement-breakpoint
CREATE TABLE "oidc_account" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "oidc_account_issuer_subject_pk" PRIMARY KEY("issuer","subject")
);--> statement-breakpoint
CREATE TABLE "party" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"organisation_optional" boolean DEFAULT false NOT NULL,
	"target" integer,
	"removed_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE TABLE "passkey" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text DEFAULT 'team' NOT NULL,
	"credential_id" "bytea" NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] DEFAULT '{}' NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"mail" text,
	"name" text DEFAULT '' NOT NULL,
	"locale" text DEFAULT 'nl' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"erased_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE TABLE "placement" (
	"contribution_id" uuid PRIMARY KEY NOT NULL,
	"theme_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sure" real
);--> statement-breakpoint
CREATE TABLE "presence" (
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"here" boolean DEFAULT true NOT NULL,
	CONSTRAINT "presence_session_id_person_id_pk" PRIMARY KEY("session_id","person_id")
);--> statement-breakpoint
CREATE TABLE "privacy_text" (
	"dialogue_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "privacy_text_dialogue_id_version_pk" PRIMARY KEY("dialogue_id","version")
);--> statement-breakpoint
CREATE TABLE "programme_item" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"acts" text DEFAULT '' NOT NULL,
	"budget" text DEFAULT '' NOT NULL,
	"indicator" text DEFAULT '' NOT NULL,
	"field_ids" uuid[] DEFAULT '{}' NOT NULL,
	"party_ids" uuid[] DEFAULT '{}' NOT NULL,
	"area_codes" text[] DEFAULT '{}' NOT NULL,
	"state" text DEFAULT 'idea' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"removed_at" timestamp (3) with time zone,
	"merged_into" uuid,
	"split_from" uuid,
	"figures" jsonb,
	"history" jsonb
);--> statement-breakpoint
CREATE TABLE "programme_news" (
	"dialogue_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"choice" text DEFAULT 'weekly' NOT NULL,
	"up_to" bigint DEFAULT 0 NOT NULL,
	"mailed_at" timestamp (3) with time zone,
	CONSTRAINT "programme_news_dialogue_id_person_id_pk" PRIMARY KEY("dialogue_id","person_id")
);--> statement-breakpoint
CREATE TABLE "programme_step" (
	"item_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"due" date,
	"done" boolean DEFAULT false NOT NULL,
	CONSTRAINT "programme_step_item_id_position_pk" PRIMARY KEY("item_id","position")
);--> statement-breakpoint
CREATE TABLE "progress" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"item_id" uuid NOT NULL,
	"kind" text DEFAULT 'told' NOT NULL,
	"state" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"other_id" uuid,
	"before" jsonb,
	"by_id" uuid,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "pulse" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"insight_ids" uuid[] NOT NULL,
	"until" date NOT NULL,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE TABLE "registration" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"name" text NOT NULL,
	"organisation" text DEFAULT '' NOT NULL,
	"function" text DEFAULT '' NOT NULL,
	"party_id" uuid,
	"field_id" uuid,
	"area_code" text,
	"area_year" smallint,
	"brings" text DEFAULT '' NOT NULL,
	"shown_as" text DEFAULT 'full' NOT NULL,
	"locale" text DEFAULT 'nl' NOT NULL,
	"source" text DEFAULT 'form' NOT NULL,
	"substitute_for" uuid,
	"offered_by" uuid,
	"queue" bigint,
	"letter_sequence" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"waiting_since" timestamp (3) with time zone,
	"admitted_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "registration_field" (
	"registration_id" uuid NOT NULL,
	"field_id" uuid NOT NULL,
	CONSTRAINT "registration_field_registration_id_field_id_pk" PRIMARY KEY("registration_id","field_id")
);--> statement-breakpoint
CREATE TABLE "registration_form" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"registration_id" uuid NOT NULL,
	"answers" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "remark" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"review_id" uuid NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"part" text NOT NULL,
	"copy" integer NOT NULL,
	"person_id" uuid,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'visible' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"verdict" text,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone,
	"told_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE TABLE "remark_backing" (
	"remark_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "remark_backing_remark_id_person_id_pk" PRIMARY KEY("remark_id","person_id")
);--> statement-breakpoint
CREATE TABLE "report" (
	"dialogue_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"published_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"published_by" uuid,
	"change_note" text DEFAULT '' NOT NULL,
	"content" jsonb NOT NULL,
	"basis" jsonb NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "report_dialogue_id_number_pk" PRIMARY KEY("dialogue_id","number")
);--> statement-breakpoint
CREATE TABLE "report_block" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"place" text NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE TABLE "report_block_wording" (
	"block_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"how" text NOT NULL,
	"text" text NOT NULL,
	"by_id" uuid,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_block_wording_block_id_version_pk" PRIMARY KEY("block_id","version")
);--> statement-breakpoint
CREATE TABLE "report_draft" (
	"dialogue_id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"introduction" text DEFAULT '' NOT NULL,
	"conclusions" text DEFAULT '' NOT NULL,
	"chosen_ids" uuid[] DEFAULT '{}' NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"seen" jsonb,
	"seen_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE TABLE "retention_log" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"days" integer NOT NULL,
	"count" integer NOT NULL
);--> statement-breakpoint
CREATE TABLE "review" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"copy" integer DEFAULT 1 NOT NULL,
	"copied_at" timestamp (3) with time zone NOT NULL,
	"content" jsonb NOT NULL,
	"basis" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "role_turn" (
	"group_id" uuid NOT NULL,
	"step_id" uuid NOT NULL,
	"role" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "role_turn_group_id_step_id_role_pk" PRIMARY KEY("group_id","step_id","role")
);--> statement-breakpoint
CREATE TABLE "seat" (
	"grouping_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"seated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"locked" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"seen_version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "seat_grouping_id_person_id_pk" PRIMARY KEY("grouping_id","person_id")
);--> statement-breakpoint
CREATE TABLE "seat_wish" (
	"session_id" uuid NOT NULL,
	"a_id" uuid NOT NULL,
	"b_id" uuid NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "seat_wish_session_id_a_id_b_id_pk" PRIMARY KEY("session_id","a_id","b_id")
);--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"title" text NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"registration_closes_at" timestamp (3) with time zone,
	"capacity" integer DEFAULT 72 NOT NULL,
	"calendar_sequence" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"current_step_id" uuid,
	"turn" integer DEFAULT 0 NOT NULL,
	"step_started_at" timestamp (3) with time zone,
	"step_ends_at" timestamp (3) with time zone,
	"paused_left_ms" integer,
	"announcement" text DEFAULT '' NOT NULL,
	"projector" jsonb DEFAULT '{"shows":"question"}'::jsonb NOT NULL,
	"captioner_id" uuid,
	"focus_id" uuid,
	"wall_checked" boolean DEFAULT false NOT NULL,
	"check_from" timestamp (3) with time zone,
	"check_until" timestamp (3) with time zone,
	"prepare_from" timestamp (3) with time zone,
	"after_days" smallint DEFAULT 7 NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);--> statement-breakpoint
CREATE TABLE "short_list" (
	"dialogue_id" uuid PRIMARY KEY NOT NULL,
	"length" smallint DEFAULT 5 NOT NULL,
	"over" text DEFAULT 'themes' NOT NULL,
	"figures" jsonb,
	"figures_at" timestamp (3) with time zone,
	"people" integer DEFAULT 0 NOT NULL,
	"revealed_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE TABLE "step" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"collects" text[] DEFAULT '{}' NOT NULL,
	"setting" text NOT NULL,
	"title" text NOT NULL,
	"seconds" integer NOT NULL,
	"least_seconds" integer,
	"question" text DEFAULT '' NOT NULL,
	"instruction" text DEFAULT '' NOT NULL,
	"script" text DEFAULT '' NOT NULL,
	"group_size" smallint,
	"mix" text DEFAULT 'none' NOT NULL,
	"topics" text[] DEFAULT '{}' NOT NULL
);--> statement-breakpoint
CREATE TABLE "step_attendance" (
	"step_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"first_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "step_attendance_step_id_person_id_pk" PRIMARY KEY("step_id","person_id")
);--> statement-breakpoint
CREATE TABLE "tally" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"ballots" integer NOT NULL
);--> statement-breakpoint
CREATE TABLE "team_note" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"step_id" uuid,
	"by_id" uuid NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "team_presence" (
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "team_presence_session_id_person_id_pk" PRIMARY KEY("session_id","person_id")
);--> statement-breakpoint
CREATE TABLE "theme" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"seeds" text DEFAULT '' NOT NULL,
	"position" integer NOT NULL,
	"merged_into" uuid,
	"removed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "theme_event" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"by_id" uuid,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);--> statement-breakpoint
CREATE TABLE "theme_mark" (
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "theme_mark_session_id_person_id_theme_id_pk" PRIMARY KEY("session_id","person_id","theme_id")
);--> statement-breakpoint
CREATE TABLE "theme_naming" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"state" text DEFAULT 'proposing' NOT NULL,
	"before" text NOT NULL,
	"phrases" text DEFAULT '' NOT NULL,
	"central_ids" uuid[] DEFAULT '{}' NOT NULL,
	"adopted" text,
	"adopted_by" uuid,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE TABLE "theme_wording" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"theme_id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"seeds" text NOT NULL
);--> statement-breakpoint
ALTER TABLE "access_need" ADD CONSTRAINT "access_need_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_review_id_review_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."review"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis" ADD CONSTRAINT "analysis_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis" ADD CONSTRAINT "analysis_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_member" ADD CONSTRAINT "analysis_member_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_member" ADD CONSTRAINT "analysis_member_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "backing" ADD CONSTRAINT "backing_contribution_id_contribution_id_fk" FOREIGN KEY ("contribution_id") REFERENCES "public"."contribution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "backing" ADD CONSTRAINT "backing_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_insight_id_insight_id_fk" FOREIGN KEY ("insight_id") REFERENCES "public"."insight"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card" ADD CONSTRAINT "card_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card" ADD CONSTRAINT "card_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_check" ADD CONSTRAINT "connection_check_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_field_id_field_id_fk" FOREIGN KEY ("field_id") REFERENCES "public"."field"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_insight_id_insight_id_fk" FOREIGN KEY ("insight_id") REFERENCES "public"."insight"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_naming_id_theme_naming_id_fk" FOREIGN KEY ("naming_id") REFERENCES "public"."theme_naming"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_same_as_contribution_id_fk" FOREIGN KEY ("same_as") REFERENCES "public"."contribution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_step_id_step_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."step"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_contribution_id_contribution_id_fk" FOREIGN KEY ("contribution_id") REFERENCES "public"."contribution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_item_id_programme_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."programme_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device" ADD CONSTRAINT "device_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device" ADD CONSTRAINT "device_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue" ADD CONSTRAINT "dialogue_rehearsal_of_dialogue_id_fk" FOREIGN KEY ("rehearsal_of") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dissent" ADD CONSTRAINT "dissent_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dissent" ADD CONSTRAINT "dissent_review_id_review_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."review"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dissenter" ADD CONSTRAINT "dissenter_dissent_id_dissent_id_fk" FOREIGN KEY ("dissent_id") REFERENCES "public"."dissent"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dissenter" ADD CONSTRAINT "dissenter_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_settled_by_person_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field" ADD CONSTRAINT "field_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag" ADD CONSTRAINT "flag_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag" ADD CONSTRAINT "flag_reporter_id_person_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag" ADD CONSTRAINT "flag_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "floor" ADD CONSTRAINT "floor_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "floor" ADD CONSTRAINT "floor_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "floor" ADD CONSTRAINT "floor_step_id_step_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."step"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group" ADD CONSTRAINT "group_grouping_id_grouping_id_fk" FOREIGN KEY ("grouping_id") REFERENCES "public"."grouping"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group" ADD CONSTRAINT "group_note_taker_id_person_id_fk" FOREIGN KEY ("note_taker_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group" ADD CONSTRAINT "group_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group" ADD CONSTRAINT "group_speaker_id_person_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group" ADD CONSTRAINT "group_turn_id_person_id_fk" FOREIGN KEY ("turn_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_visit" ADD CONSTRAINT "group_visit_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_visit" ADD CONSTRAINT "group_visit_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grouping" ADD CONSTRAINT "grouping_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grouping" ADD CONSTRAINT "grouping_step_id_step_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."step"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_to_person_id_person_id_fk" FOREIGN KEY ("to_person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help" ADD CONSTRAINT "help_claimed_by_person_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help" ADD CONSTRAINT "help_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help" ADD CONSTRAINT "help_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help" ADD CONSTRAINT "help_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hook" ADD CONSTRAINT "hook_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hook_delivery" ADD CONSTRAINT "hook_delivery_event_id_hook_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."hook_event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hook_delivery" ADD CONSTRAINT "hook_delivery_hook_id_hook_id_fk" FOREIGN KEY ("hook_id") REFERENCES "public"."hook"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hook_event" ADD CONSTRAINT "hook_event_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight" ADD CONSTRAINT "insight_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight" ADD CONSTRAINT "insight_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight" ADD CONSTRAINT "insight_replaces_id_insight_id_fk" FOREIGN KEY ("replaces_id") REFERENCES "public"."insight"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight" ADD CONSTRAINT "insight_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_cause" ADD CONSTRAINT "insight_cause_contribution_id_contribution_id_fk" FOREIGN KEY ("contribution_id") REFERENCES "public"."contribution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_cause" ADD CONSTRAINT "insight_cause_insight_id_insight_id_fk" FOREIGN KEY ("insight_id") REFERENCES "public"."insight"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_theme" ADD CONSTRAINT "insight_theme_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight_theme" ADD CONSTRAINT "insight_theme_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_cause" ADD CONSTRAINT "item_cause_progress_id_progress_id_fk" FOREIGN KEY ("progress_id") REFERENCES "public"."progress"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_cause" ADD CONSTRAINT "item_cause_reaction_id_item_reaction_id_fk" FOREIGN KEY ("reaction_id") REFERENCES "public"."item_reaction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_claim" ADD CONSTRAINT "item_claim_block_id_report_block_id_fk" FOREIGN KEY ("block_id") REFERENCES "public"."report_block"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_claim" ADD CONSTRAINT "item_claim_insight_id_insight_id_fk" FOREIGN KEY ("insight_id") REFERENCES "public"."insight"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_claim" ADD CONSTRAINT "item_claim_item_id_programme_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."programme_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_owner" ADD CONSTRAINT "item_owner_item_id_programme_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."programme_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_owner" ADD CONSTRAINT "item_owner_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_reaction" ADD CONSTRAINT "item_reaction_item_id_programme_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."programme_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_reaction" ADD CONSTRAINT "item_reaction_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_theme" ADD CONSTRAINT "item_theme_item_id_programme_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."programme_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_theme" ADD CONSTRAINT "item_theme_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "last_deed" ADD CONSTRAINT "last_deed_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailbox" ADD CONSTRAINT "mailbox_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mail"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark" ADD CONSTRAINT "mark_contribution_id_contribution_id_fk" FOREIGN KEY ("contribution_id") REFERENCES "public"."contribution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark" ADD CONSTRAINT "mark_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark" ADD CONSTRAINT "mark_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure" ADD CONSTRAINT "measure_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure" ADD CONSTRAINT "measure_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_choice" ADD CONSTRAINT "name_choice_naming_id_theme_naming_id_fk" FOREIGN KEY ("naming_id") REFERENCES "public"."theme_naming"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_choice" ADD CONSTRAINT "name_choice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_ask" ADD CONSTRAINT "network_ask_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_ask" ADD CONSTRAINT "network_ask_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_block" ADD CONSTRAINT "network_block_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_block" ADD CONSTRAINT "network_block_other_id_person_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_block" ADD CONSTRAINT "network_block_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_circle" ADD CONSTRAINT "network_circle_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_circle" ADD CONSTRAINT "network_circle_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_circle" ADD CONSTRAINT "network_circle_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_circle_answer" ADD CONSTRAINT "network_circle_answer_date_id_network_circle_date_id_fk" FOREIGN KEY ("date_id") REFERENCES "public"."network_circle_date"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_circle_answer" ADD CONSTRAINT "network_circle_answer_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_circle_date" ADD CONSTRAINT "network_circle_date_circle_id_network_circle_id_fk" FOREIGN KEY ("circle_id") REFERENCES "public"."network_circle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_circle_note" ADD CONSTRAINT "network_circle_note_circle_id_network_circle_id_fk" FOREIGN KEY ("circle_id") REFERENCES "public"."network_circle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_circle_note" ADD CONSTRAINT "network_circle_note_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_circle_person" ADD CONSTRAINT "network_circle_person_circle_id_network_circle_id_fk" FOREIGN KEY ("circle_id") REFERENCES "public"."network_circle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_circle_person" ADD CONSTRAINT "network_circle_person_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_commitment" ADD CONSTRAINT "network_commitment_circle_id_network_circle_id_fk" FOREIGN KEY ("circle_id") REFERENCES "public"."network_circle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_commitment" ADD CONSTRAINT "network_commitment_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_commitment" ADD CONSTRAINT "network_commitment_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_commitment" ADD CONSTRAINT "network_commitment_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_digest" ADD CONSTRAINT "network_digest_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_digest" ADD CONSTRAINT "network_digest_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_file" ADD CONSTRAINT "network_file_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_file" ADD CONSTRAINT "network_file_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_file" ADD CONSTRAINT "network_file_practice_id_network_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."network_practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_member" ADD CONSTRAINT "network_member_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_member" ADD CONSTRAINT "network_member_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_message" ADD CONSTRAINT "network_message_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_message" ADD CONSTRAINT "network_message_from_id_person_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_message" ADD CONSTRAINT "network_message_to_id_person_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_need" ADD CONSTRAINT "network_need_contribution_id_contribution_id_fk" FOREIGN KEY ("contribution_id") REFERENCES "public"."contribution"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_need" ADD CONSTRAINT "network_need_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_practice" ADD CONSTRAINT "network_practice_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_practice" ADD CONSTRAINT "network_practice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_practice_use" ADD CONSTRAINT "network_practice_use_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_practice_use" ADD CONSTRAINT "network_practice_use_practice_id_network_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."network_practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_practice_version" ADD CONSTRAINT "network_practice_version_practice_id_network_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."network_practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_reaction" ADD CONSTRAINT "network_reaction_ask_id_network_ask_id_fk" FOREIGN KEY ("ask_id") REFERENCES "public"."network_ask"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_reaction" ADD CONSTRAINT "network_reaction_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes_confirmed" ADD CONSTRAINT "notes_confirmed_by_id_person_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes_confirmed" ADD CONSTRAINT "notes_confirmed_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes_confirmed" ADD CONSTRAINT "notes_confirmed_step_id_step_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."step"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oidc_account" ADD CONSTRAINT "oidc_account_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party" ADD CONSTRAINT "party_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_contribution_id_contribution_id_fk" FOREIGN KEY ("contribution_id") REFERENCES "public"."contribution"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "privacy_text" ADD CONSTRAINT "privacy_text_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_item" ADD CONSTRAINT "programme_item_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_item" ADD CONSTRAINT "programme_item_merged_into_programme_item_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."programme_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_item" ADD CONSTRAINT "programme_item_split_from_programme_item_id_fk" FOREIGN KEY ("split_from") REFERENCES "public"."programme_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_news" ADD CONSTRAINT "programme_news_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_news" ADD CONSTRAINT "programme_news_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_step" ADD CONSTRAINT "programme_step_item_id_programme_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."programme_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress" ADD CONSTRAINT "progress_item_id_programme_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."programme_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress" ADD CONSTRAINT "progress_other_id_programme_item_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."programme_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pulse" ADD CONSTRAINT "pulse_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_field_id_field_id_fk" FOREIGN KEY ("field_id") REFERENCES "public"."field"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_field" ADD CONSTRAINT "registration_field_field_id_field_id_fk" FOREIGN KEY ("field_id") REFERENCES "public"."field"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_field" ADD CONSTRAINT "registration_field_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_form" ADD CONSTRAINT "registration_form_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark" ADD CONSTRAINT "remark_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark" ADD CONSTRAINT "remark_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark" ADD CONSTRAINT "remark_review_id_review_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."review"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark_backing" ADD CONSTRAINT "remark_backing_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark_backing" ADD CONSTRAINT "remark_backing_remark_id_remark_id_fk" FOREIGN KEY ("remark_id") REFERENCES "public"."remark"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_block" ADD CONSTRAINT "report_block_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_block_wording" ADD CONSTRAINT "report_block_wording_block_id_report_block_id_fk" FOREIGN KEY ("block_id") REFERENCES "public"."report_block"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_draft" ADD CONSTRAINT "report_draft_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_turn" ADD CONSTRAINT "role_turn_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_turn" ADD CONSTRAINT "role_turn_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_turn" ADD CONSTRAINT "role_turn_step_id_step_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."step"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat" ADD CONSTRAINT "seat_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat" ADD CONSTRAINT "seat_grouping_id_grouping_id_fk" FOREIGN KEY ("grouping_id") REFERENCES "public"."grouping"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat" ADD CONSTRAINT "seat_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_wish" ADD CONSTRAINT "seat_wish_a_id_person_id_fk" FOREIGN KEY ("a_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_wish" ADD CONSTRAINT "seat_wish_b_id_person_id_fk" FOREIGN KEY ("b_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_wish" ADD CONSTRAINT "seat_wish_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_captioner_id_person_id_fk" FOREIGN KEY ("captioner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "short_list" ADD CONSTRAINT "short_list_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step" ADD CONSTRAINT "step_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_attendance" ADD CONSTRAINT "step_attendance_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_attendance" ADD CONSTRAINT "step_attendance_step_id_step_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."step"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_note" ADD CONSTRAINT "team_note_by_id_person_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_note" ADD CONSTRAINT "team_note_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_note" ADD CONSTRAINT "team_note_step_id_step_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."step"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme" ADD CONSTRAINT "theme_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_mark" ADD CONSTRAINT "theme_mark_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_mark" ADD CONSTRAINT "theme_mark_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_mark" ADD CONSTRAINT "theme_mark_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_naming" ADD CONSTRAINT "theme_naming_dialogue_id_dialogue_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogue"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_naming" ADD CONSTRAINT "theme_naming_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_naming" ADD CONSTRAINT "theme_naming_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_wording" ADD CONSTRAINT "theme_wording_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreement_person" ON "agreement" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "analysis_dialogue" ON "analysis" USING btree ("dialogue_id","seq");--> statement-breakpoint
CREATE INDEX "analysis_member_person" ON "analysis_member" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "ballot_person" ON "ballot" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "consent_person" ON "consent" USING btree ("person_id","dialogue_id");--> statement-breakpoint
CREATE INDEX "contribution_group" ON "contribution" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "contribution_insight" ON "contribution" USING btree ("insight_id");--> statement-breakpoint
CREATE INDEX "contribution_naming" ON "contribution" USING btree ("naming_id");--> statement-breakpoint
CREATE INDEX "contribution_person" ON "contribution" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "contribution_same" ON "contribution" USING btree ("same_as");--> statement-breakpoint
CREATE INDEX "contribution_session" ON "contribution" USING btree ("session_id","kind");--> statement-breakpoint
CREATE INDEX "decision_dialogue" ON "decision" USING btree ("dialogue_id");--> statement-breakpoint
CREATE INDEX "device_person" ON "device" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "dissent_review" ON "dissent" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "dissenter_person" ON "dissenter" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "field_dialogue" ON "field" USING btree ("dialogue_id");--> statement-breakpoint
CREATE INDEX "flag_reporter" ON "flag" USING btree ("reporter_id");--> statement-breakpoint
CREATE INDEX "flag_session" ON "flag" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "floor_person" ON "floor" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "gather_event_session" ON "gather_event" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "group_session" ON "group" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "hand_over_person" ON "hand_over" USING btree ("to_person_id");--> statement-breakpoint
CREATE INDEX "help_session" ON "help" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "hook_delivery_due" ON "hook_delivery" USING btree ("next_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "hook_delivery_event" ON "hook_delivery" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "hook_event_dialogue" ON "hook_event" USING btree ("dialogue_id");--> statement-breakpoint
CREATE INDEX "insight_cause_contribution" ON "insight_cause" USING btree ("contribution_id");--> statement-breakpoint
CREATE INDEX "insight_theme_theme" ON "insight_theme" USING btree ("theme_id");--> statement-breakpoint
CREATE INDEX "item_cause_reaction" ON "item_cause" USING btree ("reaction_id");--> statement-breakpoint
CREATE INDEX "item_claim_item" ON "item_claim" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "item_owner_item" ON "item_owner" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "item_owner_person" ON "item_owner" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "item_reaction_person" ON "item_reaction" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "item_theme_theme" ON "item_theme" USING btree ("theme_id");--> statement-breakpoint
CREATE INDEX "link_person" ON "link" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "mail_dialogue" ON "mail" USING btree ("dialogue_id");--> statement-breakpoint
CREATE INDEX "mail_waiting" ON "mail" USING btree ("due_at") WHERE "mail"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "mark_contribution" ON "mark" USING btree ("contribution_id");--> statement-breakpoint
CREATE INDEX "measure_session" ON "measure" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "membership_dialogue" ON "membership" USING btree ("dialogue_id");--> statement-breakpoint
CREATE INDEX "message_dialogue" ON "message" USING btree ("dialogue_id");--> statement-breakpoint
CREATE INDEX "name_choice_person" ON "name_choice" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "network_ask_person" ON "network_ask" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "network_ask_stems" ON "network_ask" USING gin ("stems") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "network_block_other" ON "network_block" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "network_circle_answer_person" ON "network_circle_answer" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "network_circle_date_circle" ON "network_circle_date" USING btree ("circle_id");--> statement-breakpoint
CREATE INDEX "network_circle_note_circle" ON "network_circle_note" USING btree ("circle_id");--> statement-breakpoint
CREATE INDEX "network_circle_note_person" ON "network_circle_note" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "network_circle_person_id" ON "network_circle" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "network_circle_person_person" ON "network_circle_person" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "network_commitment_dialogue" ON "network_commitment" USING btree ("dialogue_id");--> statement-breakpoint
CREATE INDEX "network_commitment_person" ON "network_commitment" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "network_digest_person" ON "network_digest" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "network_file_person" ON "network_file" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "network_file_practice" ON "network_file" USING btree ("practice_id");--> statement-breakpoint
CREATE INDEX "network_member_person" ON "network_member" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "network_member_stems" ON "network_member" USING gin ("stems_members") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "network_member_stems_participants" ON "network_member" USING gin ("stems_participants") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "network_member_stems_public" ON "network_member" USING gin ("stems_public") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "network_message_from" ON "network_message" USING btree ("from_id","dialogue_id");--> statement-breakpoint
CREATE INDEX "network_message_to" ON "network_message" USING btree ("to_id","dialogue_id");--> statement-breakpoint
CREATE INDEX "network_need_dialogue" ON "network_need" USING btree ("dialogue_id");--> statement-breakpoint
CREATE INDEX "network_need_stems" ON "network_need" USING gin ("stems") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "network_practice_person" ON "network_practice" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "network_practice_stems" ON "network_practice" USING gin ("stems") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "network_practice_use_person" ON "network_practice_use" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "network_reaction_person" ON "network_reaction" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "oidc_account_person" ON "oidc_account" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "party_dialogue" ON "party" USING btree ("dialogue_id");--> statement-breakpoint
CREATE INDEX "passkey_person" ON "passkey" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "placement_theme" ON "placement" USING btree ("theme_id");--> statement-breakpoint
CREATE INDEX "programme_news_person" ON "programme_news" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "progress_item" ON "progress" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "registration_dialogue" ON "registration" USING btree ("dialogue_id");--> statement-breakpoint
CREATE INDEX "registration_form_registration" ON "registration_form" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "registration_person" ON "registration" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "remark_backing_person" ON "remark_backing" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "remark_person" ON "remark" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "remark_review" ON "remark" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "report_block_dialogue" ON "report_block" USING btree ("dialogue_id");--> statement-breakpoint
CREATE INDEX "retention_log_at" ON "retention_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "review_dialogue" ON "review" USING btree ("dialogue_id");--> statement-breakpoint
CREATE INDEX "role_turn_person" ON "role_turn" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "seat_group" ON "seat" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "session_dialogue" ON "session" USING btree ("dialogue_id");--> statement-breakpoint
CREATE INDEX "step_attendance_person" ON "step_attendance" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "step_session" ON "step" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "team_note_session" ON "team_note" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "theme_dialogue" ON "theme" USING btree ("dialogue_id");--> statement-breakpoint
CREATE INDEX "theme_event_dialogue" ON "theme_event" USING btree ("dialogue_id","id");--> statement-breakpoint
CREATE INDEX "theme_event_need" ON "theme_event" USING btree (("payload"->>'need'));--> statement-breakpoint
CREATE INDEX "theme_event_theme" ON "theme_event" USING btree ("dialogue_id") WHERE "theme_event"."kind" in ('merge', 'rename', 'split');--> statement-breakpoint
CREATE INDEX "theme_mark_theme" ON "theme_mark" USING btree ("theme_id");--> statement-breakpoint
CREATE INDEX "theme_naming_theme" ON "theme_naming" USING btree ("theme_id");--> statement-breakpoint
CREATE INDEX "theme_wording_theme" ON "theme_wording" USING btree ("theme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "application_key" ON "application" USING btree ("key_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "application_oauth" ON "application" USING btree ("oauth_client") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_seal_last" ON "audit_seal" USING btree ("scope","last");--> statement-breakpoint
CREATE UNIQUE INDEX "contribution_number" ON "contribution" USING btree ("dialogue_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "device_token" ON "device" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "dialogue_rehearsal" ON "dialogue" USING btree ("rehearsal_of");--> statement-breakpoint
CREATE UNIQUE INDEX "dialogue_slug" ON "dialogue" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "dissent_number" ON "dissent" USING btree ("dialogue_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "erasure_open" ON "erasure" USING btree ("dialogue_id") WHERE settled_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "flag_guard_once" ON "flag" USING btree ("subject_id") WHERE "flag"."settled_at" is null and "flag"."why" = 'guard';--> statement-breakpoint
CREATE UNIQUE INDEX "flag_once" ON "flag" USING btree ("subject_id","why","reporter_id") WHERE "flag"."settled_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "floor_once" ON "floor" USING btree ("step_id","person_id") WHERE "floor"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "floor_one" ON "floor" USING btree ("session_id") WHERE "floor"."given_at" is not null and "floor"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "group_number" ON "group" USING btree ("grouping_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "grouping_step" ON "grouping" USING btree ("step_id");--> statement-breakpoint
CREATE UNIQUE INDEX "hand_over_open" ON "hand_over" USING btree ("dialogue_id") WHERE stopped_at is null and done_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "hook_delivery_once" ON "hook_delivery" USING btree ("hook_id","event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "hook_event_position" ON "hook_event" USING btree ("position");--> statement-breakpoint
CREATE UNIQUE INDEX "insight_number" ON "insight" USING btree ("dialogue_id","number","version");--> statement-breakpoint
CREATE UNIQUE INDEX "insight_replaces" ON "insight" USING btree ("replaces_id");--> statement-breakpoint
CREATE UNIQUE INDEX "item_reaction_once" ON "item_reaction" USING btree ("item_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_once" ON "mail" USING btree ("person_id","kind","event");--> statement-breakpoint
CREATE UNIQUE INDEX "membership_once" ON "membership" USING btree ("person_id","dialogue_id","role") WHERE "membership"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "network_ask_number" ON "network_ask" USING btree ("dialogue_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "network_circle_number" ON "network_circle" USING btree ("dialogue_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "network_member_once" ON "network_member" USING btree ("dialogue_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "network_practice_number" ON "network_practice" USING btree ("dialogue_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "passkey_credential" ON "passkey" USING btree ("credential_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_mail" ON "person" USING btree (lower("mail"));--> statement-breakpoint
CREATE UNIQUE INDEX "programme_item_number" ON "programme_item" USING btree ("dialogue_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "pulse_open" ON "pulse" USING btree ("dialogue_id") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "registration_once" ON "registration" USING btree ("session_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "remark_number" ON "remark" USING btree ("dialogue_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "theme_naming_open" ON "theme_naming" USING btree ("session_id") WHERE "theme_naming"."state" in ('proposing', 'choosing', 'closed');
