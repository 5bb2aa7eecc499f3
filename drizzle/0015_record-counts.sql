-- A workout counts the exercises with a record that beat an earlier workout. A chain that began in the
-- workout itself is its baseline and does not count.
UPDATE "workout_sessions" w SET record_count = n.records
FROM (
  SELECT s.id, count(DISTINCT r.exercise_id) AS records
  FROM "workout_sessions" s
  LEFT JOIN "personal_records" r ON r.session_id = s.id AND NOT EXISTS (
    SELECT FROM "personal_records" b
    WHERE b.session_id = r.session_id AND b.exercise_id = r.exercise_id
      AND b.kind = r.kind AND b.bucket = r.bucket AND b.previous_value IS NULL
  )
  WHERE s.record_count > 0 GROUP BY s.id
) n
WHERE n.id = w.id AND w.record_count <> n.records;
