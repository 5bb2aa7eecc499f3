import { fromKg, type WeightUnit } from './units'
import { withUnit } from './with-unit'

/** A load keeps every decimal that can be typed; an estimate and a sum are not known that exactly. */
const DECIMALS = { load: 2, estimate: 1, volume: 0 } as const

interface WeightAbout {
  unit: WeightUnit
  what: keyof typeof DECIMALS
}

/** Kilograms as a figure in the unit of a person, rounded as it is shown everywhere. */
export const shownWeight = (kg: number, { unit, what }: WeightAbout): number =>
  Number(fromKg(kg, unit).toFixed(DECIMALS[what]))

/** The same as text with its unit: "1,130 kg". */
export const weightText = (kg: number, about: WeightAbout): string =>
  withUnit(shownWeight(kg, about).toLocaleString('en'), about.unit)
