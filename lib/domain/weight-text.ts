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

/** The unit in which the loads of a workout can be added up by hand: the one they share, if they do. */
export function sharedUnit(units: readonly WeightUnit[], own: WeightUnit): WeightUnit {
  const [first = own, ...others] = units
  return others.every((unit) => unit === first) ? first : own
}

/** The same as text with its unit: "1,130 kg". */
export const weightText = (kg: number, about: WeightAbout): string =>
  withUnit(shownWeight(kg, about).toLocaleString('en'), about.unit)

/**
 * A typed weight with about what it is in another unit, which is said after it: `8 kg ≈ 18`; where it is
 * lifted again and cannot be loaded like that, with what is loaded for it: `8 kg, nearest weight 15`.
 */
export const alsoIn = (
  { weight, unit }: { weight: number; unit: WeightUnit },
  { read, loaded = read }: { read: number; loaded?: number },
): string =>
  withUnit(weight, unit) + (loaded === read ? ` ≈ ${read}` : `, nearest weight ${loaded}`)
