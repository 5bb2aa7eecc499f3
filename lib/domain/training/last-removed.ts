import type { Training } from './training'

interface Removed {
  part: 'exercise' | 'set'
  id: string
  /** The exercise's. */
  name: string
  at: string
}

/** The newest part taken out; the sets of an exercise that went as a whole went with it. */
export function lastRemoved({ exercises, facts }: Training): Removed | null {
  const removed = exercises.flatMap((exercise): Removed[] => {
    const name = facts[exercise.exerciseId]?.name ?? ''
    if (exercise.deletedAt)
      return [{ part: 'exercise', id: exercise.id, name, at: exercise.deletedAt }]
    return exercise.sets.flatMap((set) =>
      set.deletedAt ? [{ part: 'set' as const, id: set.id, name, at: set.deletedAt }] : [],
    )
  })
  return removed.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1) ?? null
}
