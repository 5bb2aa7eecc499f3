import { fromKg, toKg, type WeightUnit } from './units'
import { withUnit } from './with-unit'

/** A load keeps every decimal that can be typed; an estimate and a sum are not known that exactly. */
const DECIMALS = { load: 2, estimate: 1, volume: 0 } as const

/** Kilograms are stored to five decimals. */
const STORED_TO = 0.000_01

interface WeightAbout {
  unit: WeightUnit
  what: keyof typeof DECIMALS
}

/** Kilograms as a figure in the unit of a person, rounded as it is shown everywhere. */
export const shownWeight = (kg: number, { unit, what }: WeightAbout): number =>
  Number(fromKg(kg, unit).toFixed(DECIMALS[what]))

/**
 * The load of a set in the unit it was typed in. The stored kilograms tell it: a weight has two decimals
 * at most in its own unit, and almost never in the other one.
 */
export function loadText(kg: number, own: WeightUnit): string {
  const isTypedIn = (unit: WeightUnit) =>
    Math.abs(toKg(shownWeight(kg, { unit, what: 'load' }), unit) - kg) < STORED_TO
  const other = own === 'kg' ? 'lb' : 'kg'
  return weightText(kg, { unit: !isTypedIn(own) && isTypedIn(other) ? other : own, what: 'load' })
}

/** The same as text with its unit: "1,130 kg". */
export const weightText = (kg: number, about: WeightAbout): string =>
  withUnit(shownWeight(kg, about).toLocaleString('en'), about.unit)
