/**
 * At most `limit` points (but never fewer than four), in their order, that still draw the same
 * picture: the first, the last, and the lowest and highest of each stretch between. Marked points
 * always stay and come on top of the limit.
 */
export function thinPoints<Point extends { value: number; mark?: string | undefined }>(
  points: readonly Point[],
  limit: number,
): readonly Point[] {
  if (points.length <= limit) return points
  const kept = new Set([0, points.length - 1])
  const stretches = Math.max(1, Math.floor((limit - 2) / 2))
  for (let stretch = 0; stretch < stretches; stretch++) {
    const from = Math.floor((stretch * points.length) / stretches)
    const to = Math.floor(((stretch + 1) * points.length) / stretches)
    for (const index of findExtremes(points, from, to)) kept.add(index)
  }
  return points.filter((point, index) => kept.has(index) || point.mark !== undefined)
}

function findExtremes(points: readonly { value: number }[], from: number, to: number) {
  let lowest = from
  let highest = from
  const valueAt = (index: number) => points[index]?.value ?? 0
  for (let index = from + 1; index < to; index++) {
    if (valueAt(index) < valueAt(lowest)) lowest = index
    if (valueAt(index) > valueAt(highest)) highest = index
  }
  return [lowest, highest]
}
