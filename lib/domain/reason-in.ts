import type { ProgressionReason } from './progression'
import { convertWeight, LOAD_STEP, READ_STEP, type WeightUnit } from './units'

const WEIGHTS = ['weight', 'max', 'next']

/** A progression reason with its weights in `to`; the next weight of a bar is rounded to a loadable one. */
export function reasonIn(
  to: WeightUnit,
  { key, values }: ProgressionReason,
  { isPlateLoaded = true }: { isPlateLoaded?: boolean } = {},
): ProgressionReason {
  const { unit: from } = values
  if ((from !== 'kg' && from !== 'lb') || from === to) return { key, values }
  const converted = Object.entries(values).map(([name, value]) => {
    const step = name === 'next' && isPlateLoaded ? LOAD_STEP : READ_STEP
    return [
      name,
      WEIGHTS.includes(name) && typeof value === 'number'
        ? convertWeight(value, { from, to, step })
        : value,
    ]
  })
  return { key, values: { ...Object.fromEntries(converted), unit: to } }
}
