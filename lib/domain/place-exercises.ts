/**
 * Where each of the things in a list stands once some were given a place, counted from 0; null where
 * none moves. Those that keep their place close up around those that were given another.
 */
export function placeExercises(
  ids: readonly string[],
  wanted: ReadonlyMap<string, number>,
): Map<string, number> | null {
  const isMoved = (id: string, index: number) => (wanted.get(id) ?? index) !== index
  const moved = ids.filter(isMoved)
  if (moved.length === 0) return null
  const list = ids.filter((id, index) => !isMoved(id, index))
  const placeOf = (id: string) => wanted.get(id) ?? 0
  for (const id of moved.toSorted((a, b) => placeOf(a) - placeOf(b)))
    list.splice(placeOf(id), 0, id)
  return new Map(list.map((id, index) => [id, index]))
}
