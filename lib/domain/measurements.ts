import { fromKg, roundTo, toKg, type WeightUnit } from './units'

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

const CM_PER_IN = 2.54

/** What a body can measure, in each unit; the same range in kg and lb, and in cm and in. */
export const MEASUREMENT_LIMITS: Record<MeasurementUnit, { min: number; max: number }> = {
  kg: { min: 1, max: 400 },
  lb: { min: 2.3, max: 881.8 },
  cm: { min: 5, max: 300 },
  in: { min: 2, max: 118 },
  percent: { min: 1, max: 75 },
}

/** The units a kind is measured in, metric first. */
export function unitsOf(kind: MeasurementKind): readonly MeasurementUnit[] {
  if (kind === 'body_weight') return ['kg', 'lb']
  return kind === 'body_fat' ? ['percent'] : ['cm', 'in']
}

/** The unit a person measures a kind in: who weighs in pounds measures in inches. */
export function usualUnit(kind: MeasurementKind, weightUnit: WeightUnit): MeasurementUnit {
  const [metric = 'percent', imperial = metric] = unitsOf(kind)
  return weightUnit === 'kg' ? metric : imperial
}

/**
 * A measured value in another unit of its kind: as typed where it is in it already, else to a
 * tenth.
 */
export function valueIn(
  { value, unit }: { value: number; unit: MeasurementUnit },
  target: MeasurementUnit,
): number {
  return unit === target ? value : roundTo(value * factor(unit, target), 0.1)
}

function factor(from: MeasurementUnit, to: MeasurementUnit): number {
  const key = `${from}>${to}`
  if (key === 'kg>lb') return fromKg(1, 'lb')
  if (key === 'lb>kg') return toKg(1, 'lb')
  if (key === 'cm>in') return 1 / CM_PER_IN
  if (key === 'in>cm') return CM_PER_IN
  throw new RangeError(`${from} is no ${to}`)
}
