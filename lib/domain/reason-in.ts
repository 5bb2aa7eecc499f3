import type { ProgressionReason } from './progression'
import { convertWeight, type LoadFacts, READ_STEP, stepFor, type WeightUnit } from './units'
import { alsoIn } from './weight-text'

const WEIGHTS = ['weight', 'max', 'next']

/**
 * A progression reason with its weights in `to`; the next weight is rounded to one that can be loaded.
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
    const read = convertWeight(value, { from, to, step: READ_STEP })
    const loaded = convertWeight(value, { from, to, step: stepFor(facts) })
    if (name !== 'weight') return [name, name === 'max' ? read : loaded]
    const isRepeated = values.next === undefined
    return [
      name,
      alsoIn({ weight: value, unit: from }, { read, loaded: isRepeated ? loaded : read }),
    ]
  })
  return { key, values: { ...Object.fromEntries(told), unit: to } }
}
