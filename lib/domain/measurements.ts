export const MEASUREMENT_KINDS = [
  'body_weight',
  'body_fat',
  'neck',
  'shoulders',
  'chest',
  'waist',
  'hips',
  'left_arm',
  'right_arm',
  'left_forearm',
  'right_forearm',
  'left_thigh',
  'right_thigh',
  'left_calf',
  'right_calf',
] as const
export type MeasurementKind = (typeof MEASUREMENT_KINDS)[number]

export const MEASUREMENT_UNITS = ['kg', 'lb', 'cm', 'in', 'percent'] as const
export type MeasurementUnit = (typeof MEASUREMENT_UNITS)[number]
