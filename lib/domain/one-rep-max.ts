/**
 * Estimated one-rep max by Epley's formula, w·(1 + r/30); a single is its own. Null where the formula does
 * not hold: reps beyond 1–12, or no weight. The estimate comes back in the unit of the weight.
 */
export function estimateOneRepMax({
  weight,
  reps,
}: {
  weight: number
  reps: number
}): number | null {
  if (!(weight > 0) || !Number.isInteger(reps) || reps < 1 || reps > 12) return null
  return reps === 1 ? weight : weight * (1 + reps / 30)
}
