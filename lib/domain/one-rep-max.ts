/** Published formulas; weight in any unit, the estimate comes back in the same. */
const FORMULAS = {
  epley: (w: number, r: number) => w * (1 + r / 30),
  brzycki: (w: number, r: number) => (36 * w) / (37 - r),
  lombardi: (w: number, r: number) => w * r ** 0.1,
  mayhew: (w: number, r: number) => (100 * w) / (52.2 + 41.9 * Math.exp(-0.055 * r)),
  wathan: (w: number, r: number) => (100 * w) / (48.8 + 53.8 * Math.exp(-0.075 * r)),
} as const

export type OneRepMaxFormula = keyof typeof FORMULAS

/**
 * Estimated one-rep max; a single is its own. Null where the formulas do not hold: reps beyond
 * 1–12, or no weight.
 */
export function estimateOneRepMax(set: {
  weight: number
  reps: number
  formula?: OneRepMaxFormula
}): number | null {
  const { weight, reps, formula = 'epley' } = set
  if (!(weight > 0) || !Number.isInteger(reps) || reps < 1 || reps > 12) return null
  return reps === 1 ? weight : FORMULAS[formula](weight, reps)
}
