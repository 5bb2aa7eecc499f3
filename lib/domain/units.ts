export type WeightUnit = 'kg' | 'lb'
export type DistanceUnit = 'km' | 'mi'

/**
 * The international avoirdupois pound. The generated column `weight_kg`, numeric(12,5), uses the
 * same factor and rounds to five decimals; the functions here do not round.
 */
const KG_PER_LB = 0.45359237
const METERS_PER = { km: 1000, mi: 1609.344 } as const

/** For sums and comparisons only: what was typed is stored and shown in its own unit. */
export const toKg = (value: number, unit: WeightUnit): number =>
  unit === 'lb' ? value * KG_PER_LB : value

export const fromKg = (kg: number, unit: WeightUnit): number =>
  unit === 'lb' ? kg / KG_PER_LB : kg

/** Metres with the two decimals that are kept, from what was typed. */
export const toMeters = (value: number, unit: DistanceUnit | 'm'): number =>
  Number((unit === 'm' ? value : value * METERS_PER[unit]).toFixed(2))

export const fromMeters = (meters: number, unit: DistanceUnit): number => meters / METERS_PER[unit]

/** Metres as they are shown and typed, to two decimals; often not quite the metres that are kept. */
export const shownDistance = (meters: number, unit: DistanceUnit | 'm'): number =>
  Number((unit === 'm' ? meters : fromMeters(meters, unit)).toFixed(2))

/** The multiple of `step` nearest to `value`, free of binary crumbs (0.1 + 0.2). */
export const roundTo = (value: number, step: number): number =>
  Number((Math.round(value / step) * step).toFixed(6))

/** What a bar goes up by: loads come in pairs of the smallest common plates, 1.25 kg and 2.5 lb. */
export const LOAD_STEP = { kg: 2.5, lb: 5 } as const
/** As near as a weight is read that is not loaded in pairs, such as the bar itself or a stack. */
export const READ_STEP = { kg: 0.5, lb: 1 } as const

export interface LoadFacts {
  /** A bar that plates go on. */
  isPlateLoaded?: boolean | undefined
  isDumbbell?: boolean | undefined
}

/** How near a weight to lift is said in another unit: as a bar or a rack has it, else as it is read. */
export const stepFor = ({ isPlateLoaded, isDumbbell }: LoadFacts) =>
  isPlateLoaded || isDumbbell ? LOAD_STEP : READ_STEP

/** Below this, weights are a tenth of it apart: dumbbells of 1 kg to 10, or 2.5 lb to 25. */
export const LIGHT = { kg: 10, lb: 25 } as const

/**
 * A weight in another unit, to the nearest step of that one that is not heavier by more than it can be
 * read. Where the unit stays, as it is.
 */
export const convertWeight = (
  weight: number,
  { from, to, step }: { from: WeightUnit; to: WeightUnit; step: Record<WeightUnit, number> },
): number => {
  if (from === to) return weight
  const exact = fromKg(toKg(weight, from), to)
  const by = exact < LIGHT[to] ? Math.min(step[to], LIGHT[to] / 10) : step[to]
  const nearest = roundTo(exact, by)
  const load = nearest > exact + READ_STEP[to] ? nearest - by : nearest
  // Less than half a step is not nothing.
  return load || roundTo(exact, READ_STEP[to])
}
