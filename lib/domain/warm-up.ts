import { type Loadable, loadBar } from './plates'

export interface WarmUpSet {
  weight: number
  reps: number
}

/** Of the working weight; the empty bar comes before them. */
const STEPS = [
  { share: 0.4, reps: 5 },
  { share: 0.6, reps: 3 },
  { share: 0.8, reps: 2 },
] as const
const BAR_REPS = 10

/**
 * The sets before the first working set, strictly rising and all below it, in the unit of bar and
 * plates: Starting Strength's (Rippetoe and Kilgore, Basic Barbell Training) empty bar 2 × 5, here
 * in one set of ten, then 40 % × 5, 60 % × 3 and 80 % × 2, each rounded to what can be loaded. A
 * light weight has fewer of them, the bar alone none.
 */
export function warmUpSets({
  workingWeight,
  ...gear
}: Loadable & { workingWeight: number }): WarmUpSet[] {
  const steps = STEPS.map(({ share, reps }) => ({
    weight: loadBar({ target: workingWeight * share, ...gear }).total,
    reps,
  }))
  return [{ weight: gear.bar, reps: BAR_REPS }, ...steps].filter(
    ({ weight }, index, all) =>
      weight > 0 && weight < workingWeight && weight > (all[index - 1]?.weight ?? 0),
  )
}
