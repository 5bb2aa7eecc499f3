import type { ProgressionReason } from './progression'
import { convertWeight, type LoadFacts, READ_STEP, stepFor, type WeightUnit } from './units'
import { alsoIn } from './weight-text'

const WEIGHTS = ['weight', 'max', 'next']

/**
 * A progression reason with its weights in `to`; the next weight of a bar is rounded to a loadable one.
 * What was lifted is told as it was logged too (`8 kg ≈ 18`), since a person knows it by that figure.
 */
export function reasonIn(
  to: WeightUnit,
  { key, values }: ProgressionReason,
  facts: LoadFacts = { isPlateLoaded: true },
): ProgressionReason {
  const { unit: from } = values
  if ((from !== 'kg' && from !== 'lb') || from === to) return { key, values }
  const told = Object.entries(values).map(([name, value]) => {
    if (!WEIGHTS.includes(name) || typeof value !== 'number') return [name, value]
    const step = name === 'max' ? READ_STEP : stepFor(facts)
    const converted = convertWeight(value, { from, to, step })
    return [name, name === 'weight' ? alsoIn({ weight: value, unit: from }, converted) : converted]
  })
  return { key, values: { ...Object.fromEntries(told), unit: to } }
}
