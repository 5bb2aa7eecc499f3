import type { ProgressionReason } from './progression'
import { convertWeight, LOAD_STEP, READ_STEP, type WeightUnit } from './units'
import { withUnit } from './with-unit'

const WEIGHTS = ['weight', 'max', 'next']

/**
 * A progression reason with its weights in `to`; the next weight of a bar is rounded to a loadable one.
 * What was lifted is told as it was logged too (`8 kg ≈ 18`), since a person knows it by that figure.
 */
export function reasonIn(
  to: WeightUnit,
  { key, values }: ProgressionReason,
  { isPlateLoaded = true }: { isPlateLoaded?: boolean } = {},
): ProgressionReason {
  const { unit: from } = values
  if ((from !== 'kg' && from !== 'lb') || from === to) return { key, values }
  const told = Object.entries(values).map(([name, value]) => {
    if (!WEIGHTS.includes(name) || typeof value !== 'number') return [name, value]
    const step = name === 'next' && isPlateLoaded ? LOAD_STEP : READ_STEP
    const converted = convertWeight(value, { from, to, step })
    return [name, name === 'weight' ? `${withUnit(value, from)} ≈ ${converted}` : converted]
  })
  return { key, values: { ...Object.fromEntries(told), unit: to } }
}
