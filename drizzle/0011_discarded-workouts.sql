DROP INDEX "workout_sessions_one_in_progress";--> statement-breakpoint
ALTER TABLE "workout_sessions" ADD COLUMN "discarded_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "workout_sessions_discarded_index" ON "workout_sessions" USING btree ("user_id","discarded_at") WHERE "workout_sessions"."discarded_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "workout_sessions_one_in_progress" ON "workout_sessions" USING btree ("user_id") WHERE "workout_sessions"."status" = 'in_progress' and "workout_sessions"."discarded_at" is null;--> statement-breakpoint
ALTER TABLE "workout_sessions" ADD CONSTRAINT "workout_sessions_discarded_in_progress" CHECK ("workout_sessions"."discarded_at" is null or "workout_sessions"."status" = 'in_progress');