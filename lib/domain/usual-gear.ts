import type { Gear } from './gear'
import { LIGHT, LOAD_STEP, type WeightUnit } from './units'

const steps = (from: number, to: number, step = from): number[] =>
  Array.from({ length: (to - from) / step + 1 }, (_, at) => from + at * step)

/** The dumbbells of gyms, close to each other where they are light, up to the heaviest that are made. */
const USUAL_RACK = {
  kg: [...steps(LIGHT.kg / 10, LIGHT.kg), ...steps(12.5, 150, LOAD_STEP.kg)],
  lb: [...steps(LIGHT.lb / 10, LIGHT.lb), ...steps(30, 330, LOAD_STEP.lb)],
}

/** The same with the usual dumbbells where a person listed none. */
export function withRack(gear: Gear): Gear {
  const racked = (unit: WeightUnit) => {
    const { dumbbells = [], ...rest } = gear[unit]
    return { ...rest, dumbbells: dumbbells.length > 0 ? dumbbells : USUAL_RACK[unit] }
  }
  return { kg: racked('kg'), lb: racked('lb') }
}

/** What most gyms have, for a person who said nothing else. */
export const USUAL_GEAR: Gear = {
  kg: {
    bar: 20,
    plates: [
      { weight: 25, count: 8 },
      { weight: 20, count: 8 },
      { weight: 15, count: 4 },
      { weight: 10, count: 4 },
      { weight: 5, count: 4 },
      { weight: 2.5, count: 4 },
      { weight: 1.25, count: 4 },
    ],
  },
  lb: {
    bar: 45,
    plates: [
      { weight: 45, count: 12 },
      { weight: 35, count: 4 },
      { weight: 25, count: 4 },
      { weight: 10, count: 4 },
      { weight: 5, count: 4 },
      { weight: 2.5, count: 4 },
    ],
  },
}
