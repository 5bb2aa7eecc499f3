CREATE TABLE "body_measurements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"measured_on" date NOT NULL,
	"kind" text NOT NULL,
	"value" numeric(7, 2) NOT NULL,
	"unit" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "body_measurements_once_a_day" UNIQUE("user_id","kind","measured_on"),
	CONSTRAINT "body_measurements_value_range" CHECK ("body_measurements"."value" > 0 and "body_measurements"."value" <= 1000),
	CONSTRAINT "body_measurements_unit_of_kind" CHECK ("body_measurements"."unit" = any (case "body_measurements"."kind" when 'body_weight' then array['kg', 'lb'] when 'body_fat' then array['percent'] else array['cm', 'in'] end))
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"start" text NOT NULL,
	"scopes" text[] NOT NULL,
	"expires_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_keys_name_length" CHECK (char_length("api_keys"."name") between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"user_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"response" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_user_id_key_pk" PRIMARY KEY("user_id","key")
);
--> statement-breakpoint
CREATE TABLE "exercise_preferences" (
	"user_id" uuid NOT NULL,
	"exercise_id" uuid NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "exercise_preferences_user_id_exercise_id_pk" PRIMARY KEY("user_id","exercise_id"),
	CONSTRAINT "exercise_preferences_note_length" CHECK (char_length("exercise_preferences"."note") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "exercise_months" (
	"user_id" uuid NOT NULL,
	"exercise_id" uuid NOT NULL,
	"month" date NOT NULL,
	"set_count" integer DEFAULT 0 NOT NULL,
	"rep_count" integer DEFAULT 0 NOT NULL,
	"volume_kg" numeric(12, 2) DEFAULT 0 NOT NULL,
	"distance_m" numeric(12, 2) DEFAULT 0 NOT NULL,
	"duration_s" integer DEFAULT 0 NOT NULL,
	"best_weight_kg" numeric(12, 5),
	"best_e1rm_kg" numeric(14, 4),
	"best_reps" integer,
	"best_distance_m" numeric(9, 2),
	"best_duration_s" integer,
	CONSTRAINT "exercise_months_user_id_exercise_id_month_pk" PRIMARY KEY("user_id","exercise_id","month")
);
--> statement-breakpoint
CREATE TABLE "training_months" (
	"user_id" uuid NOT NULL,
	"month" date NOT NULL,
	"workout_count" integer NOT NULL,
	"workouts_by_day" smallint[] NOT NULL,
	"duration_s" integer NOT NULL,
	"volume_kg" numeric(14, 2) NOT NULL,
	"set_count" integer NOT NULL,
	"rep_count" integer NOT NULL,
	"distance_m" numeric(14, 2) NOT NULL,
	"feeling_sum" integer NOT NULL,
	"feeling_count" integer NOT NULL,
	CONSTRAINT "training_months_user_id_month_pk" PRIMARY KEY("user_id","month")
);
--> statement-breakpoint
DROP INDEX "exercise_logs_exercise_index";--> statement-breakpoint
DROP INDEX "exercise_logs_user_index";--> statement-breakpoint
DROP INDEX "workout_sessions_routine_index";--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "height_cm" numeric(5, 2);--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "sex" text;--> statement-breakpoint
ALTER TABLE "routines" ADD COLUMN "times_used" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "routines" ADD COLUMN "last_used_on" date;--> statement-breakpoint
ALTER TABLE "exercise_logs" ADD COLUMN "performed_on" date;--> statement-breakpoint
ALTER TABLE "exercise_logs" ADD COLUMN "session_started_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "exercise_logs" ADD COLUMN "set_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "exercise_logs" ADD COLUMN "rep_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "exercise_logs" ADD COLUMN "volume_kg" numeric(12, 2) DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "exercise_logs" ADD COLUMN "distance_m" numeric(12, 2) DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "exercise_logs" ADD COLUMN "duration_s" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "exercise_logs" ADD COLUMN "best_weight_kg" numeric(12, 5);--> statement-breakpoint
ALTER TABLE "exercise_logs" ADD COLUMN "best_e1rm_kg" numeric(14, 4);--> statement-breakpoint
ALTER TABLE "exercise_logs" ADD COLUMN "best_reps" integer;--> statement-breakpoint
ALTER TABLE "exercise_logs" ADD COLUMN "best_distance_m" numeric(9, 2);--> statement-breakpoint
ALTER TABLE "exercise_logs" ADD COLUMN "best_duration_s" integer;--> statement-breakpoint
ALTER TABLE "workout_sessions" ADD COLUMN "body_weight_kg" numeric(6, 2);--> statement-breakpoint
ALTER TABLE "workout_sessions" ADD COLUMN "search_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "body_measurements" ADD CONSTRAINT "body_measurements_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_preferences" ADD CONSTRAINT "exercise_preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_preferences" ADD CONSTRAINT "exercise_preferences_exercise_id_exercises_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercises"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_months" ADD CONSTRAINT "exercise_months_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exercise_months" ADD CONSTRAINT "exercise_months_exercise_id_exercises_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercises"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_months" ADD CONSTRAINT "training_months_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_hash_unique" ON "api_keys" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "api_keys_user_index" ON "api_keys" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_age_index" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "exercise_preferences_exercise_index" ON "exercise_preferences" USING btree ("exercise_id");--> statement-breakpoint
CREATE INDEX "exercise_months_exercise_index" ON "exercise_months" USING btree ("exercise_id");--> statement-breakpoint
CREATE INDEX "personal_records_latest_index" ON "personal_records" USING btree ("user_id","achieved_at");--> statement-breakpoint
CREATE INDEX "workout_sessions_search_index" ON "workout_sessions" USING gin ("user_id","search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "exercise_logs_exercise_index" ON "exercise_logs" USING btree ("exercise_id","user_id","performed_on","session_started_at");--> statement-breakpoint
CREATE INDEX "exercise_logs_user_index" ON "exercise_logs" USING btree ("user_id","performed_on");--> statement-breakpoint
CREATE INDEX "workout_sessions_routine_index" ON "workout_sessions" USING btree ("routine_id","user_id","local_date","started_at");--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_height_believable" CHECK ("profiles"."height_cm" between 50 and 250);--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_sex_known" CHECK ("profiles"."sex" in ('female', 'male'));