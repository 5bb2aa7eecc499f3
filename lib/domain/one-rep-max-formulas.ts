import { estimateOneRepMax } from './one-rep-max'

/** Published formulas beside Epley's; weight in any unit, the estimate comes back in the same. */
const FORMULAS = {
  brzycki: (w: number, r: number) => (36 * w) / (37 - r),
  lombardi: (w: number, r: number) => w * r ** 0.1,
  mayhew: (w: number, r: number) => (100 * w) / (52.2 + 41.9 * Math.exp(-0.055 * r)),
  wathan: (w: number, r: number) => (100 * w) / (48.8 + 53.8 * Math.exp(-0.075 * r)),
} as const

/** The estimate of a set by another formula; a single is its own, and null where Epley's has none. */
export function estimateBy(
  formula: keyof typeof FORMULAS,
  set: { weight: number; reps: number },
): number | null {
  const usual = estimateOneRepMax(set)
  return usual === null || set.reps === 1 ? usual : FORMULAS[formula](set.weight, set.reps)
}
