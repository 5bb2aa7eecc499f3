-- The newest measured body weight is the profile's: one that was only in the profile becomes a
-- measurement of the day it was last saved, in the unit its person reads.
INSERT INTO body_measurements (id, user_id, measured_on, kind, value, unit)
SELECT gen_random_uuid(), user_id, updated_at::date, 'body_weight',
  CASE weight_unit WHEN 'lb' THEN round(body_weight_kg / 0.45359237, 1) ELSE body_weight_kg END,
  weight_unit
FROM profiles WHERE body_weight_kg IS NOT NULL
ON CONFLICT DO NOTHING;
