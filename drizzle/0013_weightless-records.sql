-- Records of weight exercises that were done without a weight, which no longer count; each record that
-- stays ends when the next one of its chain began.
DELETE FROM "personal_records" r USING "set_logs" s, "exercises" e
WHERE s.id = r.set_id AND e.id = r.exercise_id
  AND e.tracking IN ('weight_reps', 'weight_duration', 'weight_distance')
  AND coalesce(s.weight_kg, 0) = 0;--> statement-breakpoint
UPDATE "personal_records" r SET superseded_at = n.next_at
FROM (
  SELECT id, lead(achieved_at) OVER (
    PARTITION BY user_id, exercise_id, kind, bucket ORDER BY achieved_at, set_id
  ) AS next_at FROM "personal_records"
) n
WHERE n.id = r.id AND r.superseded_at IS DISTINCT FROM n.next_at;
--> statement-breakpoint
UPDATE "workout_sessions" w SET record_count = n.records
FROM (
  SELECT s.id, count(DISTINCT (r.exercise_id, r.kind, r.bucket)) AS records
  FROM "workout_sessions" s
  LEFT JOIN "personal_records" r ON r.session_id = s.id
  WHERE s.record_count > 0 GROUP BY s.id
) n
WHERE n.id = w.id AND w.record_count <> n.records;
