CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "profiles" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"role" text DEFAULT 'athlete' NOT NULL,
	"weight_unit" text DEFAULT 'kg' NOT NULL,
	"distance_unit" text DEFAULT 'km' NOT NULL,
	"body_weight_kg" numeric(6, 2),
	"locale" text DEFAULT 'en' NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"first_day_of_week" smallint DEFAULT 1 NOT NULL,
	"day_cutoff_hour" smallint DEFAULT 4 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "profiles_role_known" CHECK ("profiles"."role" in ('athlete', 'coach')),
	CONSTRAINT "profiles_weight_unit_known" CHECK ("profiles"."weight_unit" in ('kg', 'lb')),
	CONSTRAINT "profiles_distance_unit_known" CHECK ("profiles"."distance_unit" in ('km', 'mi')),
	CONSTRAINT "profiles_body_weight_believable" CHECK ("profiles"."body_weight_kg" between 1 and 400),
	CONSTRAINT "profiles_first_day_of_week_range" CHECK ("profiles"."first_day_of_week" between 0 and 6),
	CONSTRAINT "profiles_day_cutoff_hour_range" CHECK ("profiles"."day_cutoff_hour" between 0 and 12)
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"window_started_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exercises" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text,
	"name" text NOT NULL,
	"aliases" text[] DEFAULT '{}' NOT NULL,
	"search_text" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"category" text NOT NULL,
	"tracking" text NOT NULL,
	"primary_muscles" text[] DEFAULT '{}' NOT NULL,
	"secondary_muscles" text[] DEFAULT '{}' NOT NULL,
	"equipment" text[] DEFAULT '{}' NOT NULL,
	"is_unilateral" boolean DEFAULT false NOT NULL,
	"instructions" text[] DEFAULT '{}' NOT NULL,
	"image_url" text,
	"video_url" text,
	"is_custom" boolean DEFAULT false NOT NULL,
	"created_by" uuid,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "exercises_owner_matches_kind" CHECK ("exercises"."is_custom" = ("exercises"."created_by" is not null)),
	CONSTRAINT "exercises_slug_matches_kind" CHECK ("exercises"."is_custom" = ("exercises"."slug" is null)),
	CONSTRAINT "exercises_name_length" CHECK (char_length("exercises"."name") between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "plan_snapshots" (
	"user_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_snapshots_user_id_hash_pk" PRIMARY KEY("user_id","hash")
);
--> statement-breakpoint
CREATE TABLE "routine_blocks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"routine_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"kind" text DEFAULT 'single' NOT NULL,
	"rounds" smallint DEFAULT 1 NOT NULL,
	"rest_seconds" smallint DEFAULT 0 NOT NULL,
	"time_cap_seconds" integer,
	CONSTRAINT "routine_blocks_position_unique" UNIQUE("routine_id","position"),
	CONSTRAINT "routine_blocks_rounds_range" CHECK ("routine_blocks"."rounds" between 1 and 100),
	CONSTRAINT "routine_blocks_rest_range" CHECK ("routine_blocks"."rest_seconds" between 0 and 600)
);
--> statement-breakpoint
CREATE TABLE "routine_exercises" (
	"id" uuid PRIMARY KEY NOT NULL,
	"block_id" uuid NOT NULL,
	"exercise_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"sets" smallint DEFAULT 3 NOT NULL,
	"reps_min" smallint,
	"reps_max" smallint,
	"is_amrap" boolean DEFAULT false NOT NULL,
	"weight" numeric(7, 2),
	"weight_unit" text,
	"percent_of_max" numeric(5, 2),
	"rpe" numeric(3, 1),
	"duration_seconds" integer,
	"distance_meters" numeric(9, 2),
	"rest_seconds" smallint,
	"tempo" text,
	"notes" text DEFAULT '' NOT NULL,
	CONSTRAINT "routine_exercises_position_unique" UNIQUE("block_id","position"),
	CONSTRAINT "routine_exercises_sets_range" CHECK ("routine_exercises"."sets" between 1 and 20),
	CONSTRAINT "routine_exercises_reps_range" CHECK ("routine_exercises"."reps_min" between 1 and 100 and "routine_exercises"."reps_max" between "routine_exercises"."reps_min" and 100),
	CONSTRAINT "routine_exercises_rest_range" CHECK ("routine_exercises"."rest_seconds" between 0 and 600),
	CONSTRAINT "routine_exercises_notes_length" CHECK (char_length("routine_exercises"."notes") <= 200)
);
--> statement-breakpoint
CREATE TABLE "routine_sets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"routine_exercise_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"kind" text DEFAULT 'normal' NOT NULL,
	"reps_min" smallint,
	"reps_max" smallint,
	"is_amrap" boolean DEFAULT false NOT NULL,
	"weight" numeric(7, 2),
	"weight_unit" text,
	"percent_of_max" numeric(5, 2),
	"rpe" numeric(3, 1),
	"duration_seconds" integer,
	"distance_meters" numeric(9, 2),
	CONSTRAINT "routine_sets_position_unique" UNIQUE("routine_exercise_id","position")
);
--> statement-breakpoint
CREATE TABLE "routines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid,
	"slug" text,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"is_template" boolean DEFAULT false NOT NULL,
	"color" text,
	"estimated_minutes" smallint,
	"level" text,
	"goal" text,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"source_routine_id" uuid,
	"archived_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "routines_name_length" CHECK (char_length("routines"."name") between 1 and 100),
	CONSTRAINT "routines_color_shape" CHECK ("routines"."color" ~ '^#[0-9A-Fa-f]{6}$'),
	CONSTRAINT "routines_minutes_range" CHECK ("routines"."estimated_minutes" between 1 and 300),
	CONSTRAINT "routines_builtin_is_template" CHECK ("routines"."owner_id" is not null or "routines"."is_template")
);
--> statement-breakpoint
CREATE TABLE "weekly_schedule" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"routine_id" uuid NOT NULL,
	"day_of_week" smallint NOT NULL,
	"time" time(0),
	"is_active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "weekly_schedule_unique" UNIQUE("user_id","day_of_week","routine_id"),
	CONSTRAINT "weekly_schedule_day_range" CHECK ("weekly_schedule"."day_of_week" between 0 and 6)
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"owner_id" uuid,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exercise_logs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"exercise_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"block" smallint DEFAULT 0 NOT NULL,
	"block_kind" text DEFAULT 'single' NOT NULL,
	"rest_seconds" smallint,
	"tempo" text,
	"plan_notes" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "exercise_logs_identity" UNIQUE("id","session_id","user_id","exercise_id"),
	CONSTRAINT "exercise_logs_notes_length" CHECK (char_length("exercise_logs"."notes") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "operations" (
	"op_id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"base_revision" integer,
	"result" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "personal_records" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"exercise_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"bucket" numeric(9, 3) DEFAULT 0 NOT NULL,
	"value" numeric(14, 4) NOT NULL,
	"previous_value" numeric(14, 4),
	"set_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"achieved_at" timestamp with time zone NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "personal_records_once_a_set" UNIQUE("set_id","kind","bucket")
);
--> statement-breakpoint
CREATE TABLE "set_logs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exercise_log_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"exercise_id" uuid NOT NULL,
	"set_number" smallint NOT NULL,
	"kind" text DEFAULT 'normal' NOT NULL,
	"target" jsonb,
	"reps" smallint,
	"weight" numeric(7, 2),
	"weight_unit" text NOT NULL,
	"weight_kg" numeric(12, 5) GENERATED ALWAYS AS (case when weight_unit = 'lb' then round(weight * 0.45359237, 5) else weight end) STORED,
	"duration_s" integer,
	"distance_m" numeric(9, 2),
	"rpe" numeric(3, 1),
	"rest_time" smallint,
	"side" text,
	"is_completed" boolean DEFAULT false NOT NULL,
	"is_slip" boolean DEFAULT false NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"performed_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "set_logs_reps_range" CHECK ("set_logs"."reps" between 0 and 1000),
	CONSTRAINT "set_logs_weight_range" CHECK ("set_logs"."weight" between 0 and (case when "set_logs"."weight_unit" = 'lb' then 3306 else 1500 end)),
	CONSTRAINT "set_logs_duration_range" CHECK ("set_logs"."duration_s" between 0 and 86400),
	CONSTRAINT "set_logs_distance_range" CHECK ("set_logs"."distance_m" between 0 and 500000),
	CONSTRAINT "set_logs_rpe_range" CHECK ("set_logs"."rpe" between 1 and 10 and mod("set_logs"."rpe" * 2, 1) = 0),
	CONSTRAINT "set_logs_completed_has_time" CHECK (not "set_logs"."is_completed" or "set_logs"."performed_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "workout_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"routine_id" uuid,
	"snapshot_hash" text,
	"name" text NOT NULL,
	"status" text DEFAULT 'in_progress' NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"completed_at" timestamp with time zone,
	"local_date" date NOT NULL,
	"duration_seconds" integer,
	"notes" text DEFAULT '' NOT NULL,
	"feeling" text,
	"session_rpe" numeric(3, 1),
	"volume_kg" numeric(12, 2) DEFAULT 0 NOT NULL,
	"set_count" integer DEFAULT 0 NOT NULL,
	"rep_count" integer DEFAULT 0 NOT NULL,
	"distance_m" numeric(12, 2) DEFAULT 0 NOT NULL,
	"record_count" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workout_sessions_name_length" CHECK (char_length("workout_sessions"."name") between 1 and 100),
	CONSTRAINT "workout_sessions_notes_length" CHECK (char_length("workout_sessions"."notes") <= 2000),
	CONSTRAINT "workout_sessions_completed_has_time" CHECK ("workout_sessions"."status" <> 'completed' or "workout_sessions"."completed_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_sessions" ADD CONSTRAINT "auth_sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercises" ADD CONSTRAINT "exercises_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_snapshots" ADD CONSTRAINT "plan_snapshots_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routine_blocks" ADD CONSTRAINT "routine_blocks_routine_id_routines_id_fk" FOREIGN KEY ("routine_id") REFERENCES "public"."routines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routine_exercises" ADD CONSTRAINT "routine_exercises_block_id_routine_blocks_id_fk" FOREIGN KEY ("block_id") REFERENCES "public"."routine_blocks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routine_exercises" ADD CONSTRAINT "routine_exercises_exercise_id_exercises_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercises"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routine_sets" ADD CONSTRAINT "routine_sets_routine_exercise_id_routine_exercises_id_fk" FOREIGN KEY ("routine_exercise_id") REFERENCES "public"."routine_exercises"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routines" ADD CONSTRAINT "routines_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routines" ADD CONSTRAINT "routines_source_routine_id_routines_id_fk" FOREIGN KEY ("source_routine_id") REFERENCES "public"."routines"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weekly_schedule" ADD CONSTRAINT "weekly_schedule_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weekly_schedule" ADD CONSTRAINT "weekly_schedule_routine_id_routines_id_fk" FOREIGN KEY ("routine_id") REFERENCES "public"."routines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_logs" ADD CONSTRAINT "exercise_logs_session_id_workout_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."workout_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_logs" ADD CONSTRAINT "exercise_logs_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_logs" ADD CONSTRAINT "exercise_logs_exercise_id_exercises_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercises"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_records" ADD CONSTRAINT "personal_records_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_records" ADD CONSTRAINT "personal_records_exercise_id_exercises_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercises"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_records" ADD CONSTRAINT "personal_records_set_id_set_logs_id_fk" FOREIGN KEY ("set_id") REFERENCES "public"."set_logs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_records" ADD CONSTRAINT "personal_records_session_id_workout_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."workout_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_logs" ADD CONSTRAINT "set_logs_exercise_log_fk" FOREIGN KEY ("exercise_log_id","session_id","user_id","exercise_id") REFERENCES "public"."exercise_logs"("id","session_id","user_id","exercise_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "workout_sessions" ADD CONSTRAINT "workout_sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workout_sessions" ADD CONSTRAINT "workout_sessions_routine_id_routines_id_fk" FOREIGN KEY ("routine_id") REFERENCES "public"."routines"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workout_sessions" ADD CONSTRAINT "workout_sessions_snapshot_fk" FOREIGN KEY ("user_id","snapshot_hash") REFERENCES "public"."plan_snapshots"("user_id","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_user_index" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_provider_account_unique" ON "accounts" USING btree ("provider_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "auth_sessions_token_unique" ON "auth_sessions" USING btree ("token");--> statement-breakpoint
CREATE INDEX "auth_sessions_user_index" ON "auth_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_unique" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "verifications_identifier_index" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE UNIQUE INDEX "exercises_slug_unique" ON "exercises" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "exercises_created_by_index" ON "exercises" USING btree ("created_by");--> statement-breakpoint
CREATE UNIQUE INDEX "exercises_own_name_unique" ON "exercises" USING btree ("created_by",lower("name")) WHERE "exercises"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "routine_exercises_exercise_index" ON "routine_exercises" USING btree ("exercise_id");--> statement-breakpoint
CREATE UNIQUE INDEX "routines_slug_unique" ON "routines" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "routines_owner_index" ON "routines" USING btree ("owner_id","deleted_at","archived_at");--> statement-breakpoint
CREATE INDEX "routines_source_index" ON "routines" USING btree ("source_routine_id");--> statement-breakpoint
CREATE INDEX "weekly_schedule_routine_index" ON "weekly_schedule" USING btree ("routine_id");--> statement-breakpoint
CREATE INDEX "audit_log_owner_index" ON "audit_log" USING btree ("owner_id","created_at");--> statement-breakpoint
CREATE INDEX "audit_log_subject_index" ON "audit_log" USING btree ("subject_id","created_at");--> statement-breakpoint
CREATE INDEX "exercise_logs_session_index" ON "exercise_logs" USING btree ("session_id","position");--> statement-breakpoint
CREATE INDEX "exercise_logs_exercise_index" ON "exercise_logs" USING btree ("exercise_id","user_id");--> statement-breakpoint
CREATE INDEX "exercise_logs_user_index" ON "exercise_logs" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "operations_user_index" ON "operations" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "personal_records_chain_index" ON "personal_records" USING btree ("user_id","exercise_id","superseded_at");--> statement-breakpoint
CREATE INDEX "personal_records_session_index" ON "personal_records" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "personal_records_exercise_index" ON "personal_records" USING btree ("exercise_id");--> statement-breakpoint
CREATE INDEX "set_logs_exercise_log_index" ON "set_logs" USING btree ("exercise_log_id","set_number");--> statement-breakpoint
CREATE INDEX "set_logs_session_index" ON "set_logs" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "set_logs_performed_index" ON "set_logs" USING btree ("user_id","exercise_id","performed_at") WHERE "set_logs"."is_completed" and "set_logs"."deleted_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "workout_sessions_one_in_progress" ON "workout_sessions" USING btree ("user_id") WHERE "workout_sessions"."status" = 'in_progress';--> statement-breakpoint
CREATE INDEX "workout_sessions_user_date_index" ON "workout_sessions" USING btree ("user_id","local_date","started_at");--> statement-breakpoint
CREATE INDEX "workout_sessions_routine_index" ON "workout_sessions" USING btree ("routine_id","local_date");--> statement-breakpoint
CREATE INDEX "workout_sessions_snapshot_index" ON "workout_sessions" USING btree ("user_id","snapshot_hash");