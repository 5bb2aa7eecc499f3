ALTER TABLE "profiles" ADD COLUMN "birth_year" smallint;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "experience" text;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "goals" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "exercises" ADD COLUMN "foreign_aliases" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_birth_year_range" CHECK ("profiles"."birth_year" between 1900 and 2200);--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_experience_known" CHECK ("profiles"."experience" in ('beginner', 'intermediate', 'advanced'));--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_goals_known" CHECK ("profiles"."goals" <@ array['strength', 'muscle', 'endurance', 'weight', 'health']);--> statement-breakpoint
ALTER TABLE "exercises" ADD CONSTRAINT "exercises_video_url_secure" CHECK ("exercises"."video_url" like 'https://%');