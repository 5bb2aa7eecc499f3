import type { ProgressionReason } from './progression'
import { convertWeight, type WeightUnit } from './units'

/** A load that was lifted is read to the half kilogram, and one that is asked for as it can be loaded. */
const LIFTED = { kg: 0.5, lb: 1 }
const LOADED = { kg: 2.5, lb: 5 }
const STEPS: Record<string, Record<WeightUnit, number>> = {
  weight: LIFTED,
  max: LIFTED,
  next: LOADED,
}

/** Why loads are what they are, with its weights in a unit. */
export function reasonIn(to: WeightUnit, { key, values }: ProgressionReason): ProgressionReason {
  const { unit: from } = values
  if ((from !== 'kg' && from !== 'lb') || from === to) return { key, values }
  const converted = Object.entries(values).map(([name, value]) => {
    const step = STEPS[name]
    const isWeight = step && typeof value === 'number'
    return [name, isWeight ? convertWeight(value, { from, to, step }) : value]
  })
  return { key, values: { ...Object.fromEntries(converted), unit: to } }
}
