import type { ProgressionReason } from './progression'
import { convertWeight, LOAD_STEP, READ_STEP, type WeightUnit } from './units'

const WEIGHTS = ['weight', 'max', 'next']

/** Why loads are what they are, with its weights in a unit; what is asked for on a bar is what can be loaded. */
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
