CREATE TABLE "training_maxes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"exercise_id" uuid NOT NULL,
	"value" numeric(7, 2) NOT NULL,
	"unit" text NOT NULL,
	"since" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "training_maxes_since_unique" UNIQUE("user_id","exercise_id","since"),
	CONSTRAINT "training_maxes_range" CHECK ("training_maxes"."value" between 0 and (case when "training_maxes"."unit" = 'lb' then 3306 else 1500 end))
);
--> statement-breakpoint
ALTER TABLE "set_logs" DROP CONSTRAINT "set_logs_reps_range";--> statement-breakpoint
ALTER TABLE "set_logs" ALTER COLUMN "reps" SET DATA TYPE integer;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "gear" jsonb;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "rest_seconds" smallint DEFAULT 120 NOT NULL;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "schedule_mode" text DEFAULT 'calendar' NOT NULL;--> statement-breakpoint
ALTER TABLE "exercise_preferences" ADD COLUMN "weight_unit" text;--> statement-breakpoint
ALTER TABLE "exercise_preferences" ADD COLUMN "rest_seconds" smallint;--> statement-breakpoint
ALTER TABLE "exercise_preferences" ADD COLUMN "bar_weight" numeric(6, 2);--> statement-breakpoint
ALTER TABLE "routine_exercises" ADD COLUMN "progression" jsonb;--> statement-breakpoint
ALTER TABLE "exercise_logs" ADD COLUMN "reason" jsonb;--> statement-breakpoint
ALTER TABLE "workout_sessions" ADD COLUMN "still_training_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "training_maxes" ADD CONSTRAINT "training_maxes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_maxes" ADD CONSTRAINT "training_maxes_exercise_id_exercises_id_fk" FOREIGN KEY ("exercise_id") REFERENCES "public"."exercises"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "training_maxes_exercise_index" ON "training_maxes" USING btree ("exercise_id");--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_rest_range" CHECK ("profiles"."rest_seconds" between 0 and 600);--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_schedule_mode_known" CHECK ("profiles"."schedule_mode" in ('calendar', 'sequential'));--> statement-breakpoint
ALTER TABLE "exercise_preferences" ADD CONSTRAINT "exercise_preferences_weight_unit_known" CHECK ("exercise_preferences"."weight_unit" in ('kg', 'lb'));--> statement-breakpoint
ALTER TABLE "exercise_preferences" ADD CONSTRAINT "exercise_preferences_rest_range" CHECK ("exercise_preferences"."rest_seconds" between 0 and 600);--> statement-breakpoint
ALTER TABLE "exercise_preferences" ADD CONSTRAINT "exercise_preferences_bar_range" CHECK ("exercise_preferences"."bar_weight" between 0 and 500);--> statement-breakpoint
ALTER TABLE "set_logs" ADD CONSTRAINT "set_logs_reps_range" CHECK ("set_logs"."reps" between 0 and 1000000);