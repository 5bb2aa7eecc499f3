-- What finished workouts came to by exercise and by month, for those that were finished before
-- these columns and tables were there. lib/use-cases/workouts/totals.ts writes the same from now on.
UPDATE workout_sessions s SET body_weight_kg = p.body_weight_kg
FROM profiles p WHERE p.user_id = s.user_id AND s.status = 'completed';
--> statement-breakpoint
UPDATE workout_sessions s SET search_text = lower(concat_ws(E'\n', s.name, nullif(s.notes, ''), (
  SELECT string_agg(l.notes, E'\n' ORDER BY l.position, l.id) FROM exercise_logs l
  WHERE l.session_id = s.id AND l.deleted_at IS NULL AND l.notes <> '')))
WHERE s.status = 'completed';
--> statement-breakpoint
UPDATE exercise_logs l SET
  performed_on = d.local_date, session_started_at = d.started_at,
  set_count = d.set_count, rep_count = d.rep_count, volume_kg = d.volume_kg,
  distance_m = d.distance_m, duration_s = d.duration_s, best_weight_kg = d.best_weight_kg,
  best_e1rm_kg = d.best_e1rm_kg, best_reps = d.best_reps, best_distance_m = d.best_distance_m,
  best_duration_s = d.best_duration_s
FROM (
  SELECT t.exercise_log_id, s.local_date, s.started_at, count(*) AS set_count,
    coalesce(sum(t.reps), 0) AS rep_count, coalesce(sum(t.distance_m), 0) AS distance_m,
    coalesce(sum(t.duration_s), 0) AS duration_s,
    round(coalesce(sum(t.reps * CASE e.tracking
      WHEN 'bodyweight_reps' THEN coalesce(s.body_weight_kg, 0)
      WHEN 'weighted_bodyweight' THEN coalesce(s.body_weight_kg, 0) + coalesce(t.weight_kg, 0)
      WHEN 'assisted_bodyweight' THEN greatest(0, coalesce(s.body_weight_kg - coalesce(t.weight_kg, 0), 0))
      ELSE coalesce(t.weight_kg, 0) END), 0), 2) AS volume_kg,
    max(t.weight_kg) FILTER (WHERE e.tracking <> 'assisted_bodyweight' AND t.weight_kg > 0 AND NOT t.is_slip) AS best_weight_kg,
    max(round(CASE WHEN t.reps = 1 THEN t.weight_kg ELSE t.weight_kg * (1 + t.reps / 30.0) END, 4))
      FILTER (WHERE e.tracking = 'weight_reps' AND t.weight_kg > 0 AND t.reps BETWEEN 1 AND 12 AND NOT t.is_slip) AS best_e1rm_kg,
    max(t.reps) FILTER (WHERE t.reps > 0 AND NOT t.is_slip) AS best_reps,
    max(t.distance_m) FILTER (WHERE t.distance_m > 0 AND NOT t.is_slip) AS best_distance_m,
    max(t.duration_s) FILTER (WHERE t.duration_s > 0 AND NOT t.is_slip) AS best_duration_s
  FROM set_logs t
  JOIN workout_sessions s ON s.id = t.session_id AND s.status = 'completed'
  JOIN exercises e ON e.id = t.exercise_id
  WHERE t.is_completed AND t.deleted_at IS NULL AND t.kind <> 'warmup'
  GROUP BY t.exercise_log_id, s.local_date, s.started_at) d
WHERE d.exercise_log_id = l.id AND l.deleted_at IS NULL;
--> statement-breakpoint
UPDATE routines r SET times_used = u.times_used, last_used_on = u.last_used_on
FROM (
  SELECT routine_id, user_id, count(*) AS times_used, max(local_date) AS last_used_on
  FROM workout_sessions WHERE status = 'completed' GROUP BY routine_id, user_id) u
WHERE u.routine_id = r.id AND u.user_id = r.owner_id;
--> statement-breakpoint
INSERT INTO training_months
SELECT user_id, date_trunc('month', local_date::timestamp)::date, count(*),
  ARRAY[
    count(*) FILTER (WHERE extract(dow FROM local_date) = 0),
    count(*) FILTER (WHERE extract(dow FROM local_date) = 1),
    count(*) FILTER (WHERE extract(dow FROM local_date) = 2),
    count(*) FILTER (WHERE extract(dow FROM local_date) = 3),
    count(*) FILTER (WHERE extract(dow FROM local_date) = 4),
    count(*) FILTER (WHERE extract(dow FROM local_date) = 5),
    count(*) FILTER (WHERE extract(dow FROM local_date) = 6)],
  coalesce(sum(duration_seconds), 0), sum(volume_kg), sum(set_count), sum(rep_count), sum(distance_m),
  coalesce(sum(CASE feeling WHEN 'excellent' THEN 5 WHEN 'good' THEN 4 WHEN 'ok' THEN 3 WHEN 'tired' THEN 2 WHEN 'exhausted' THEN 1 END), 0),
  count(feeling)
FROM workout_sessions WHERE status = 'completed'
GROUP BY user_id, date_trunc('month', local_date::timestamp);
--> statement-breakpoint
INSERT INTO exercise_months
SELECT user_id, exercise_id, date_trunc('month', performed_on::timestamp)::date, sum(set_count),
  sum(rep_count), sum(volume_kg), sum(distance_m), sum(duration_s), max(best_weight_kg),
  max(best_e1rm_kg), max(best_reps), max(best_distance_m), max(best_duration_s)
FROM exercise_logs WHERE performed_on IS NOT NULL
GROUP BY user_id, exercise_id, date_trunc('month', performed_on::timestamp);
