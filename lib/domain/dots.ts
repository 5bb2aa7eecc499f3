/** As scores tell them apart. */
export const SEXES = ['female', 'male'] as const
export type Sex = (typeof SEXES)[number]

interface Scale {
  /** From the constant to the fourth power of the body weight in kg. */
  coefficients: readonly number[]
  /** The heaviest body weight it tells apart, in kg. */
  max: number
}

const MIN_BODY_WEIGHT_KG = 40
/** Tim Konertz' coefficients of 2019. */
const SCALES: Record<Sex, Scale> = {
  male: {
    coefficients: [-307.75076, 24.0900756, -0.1918759221, 0.0007391293, -0.000001093],
    max: 210,
  },
  female: {
    coefficients: [-57.96288, 13.6175032, -0.1126655495, 0.0005158568, -0.0000010706],
    max: 150,
  },
}

/**
 * The DOTS score of a total in kg: strength beside body weight. A body weight beyond the scale
 * counts as its end.
 */
export function dotsScore(lifter: { sex: Sex; bodyWeightKg: number; totalKg: number }): number {
  const { coefficients, max } = SCALES[lifter.sex]
  const weight = Math.min(max, Math.max(MIN_BODY_WEIGHT_KG, lifter.bodyWeightKg))
  const divisor = coefficients.reduceRight((sum, coefficient) => sum * weight + coefficient, 0)
  return (500 * lifter.totalKg) / divisor
}
