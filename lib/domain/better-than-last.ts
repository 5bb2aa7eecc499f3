import type { Tracking } from '@/lib/schemas/exercise'
import type { SetKind } from '@/lib/schemas/plan'
import { setFields } from './set-fields'
import { fromKg, toKg, type WeightUnit } from './units'

interface Done {
  kind: SetKind
  reps: number | null
  weight: number | null
  weightUnit: WeightUnit
  durationSeconds: number | null
  distanceMeters: number | null
  isSlip: boolean
}

export interface Better {
  what: 'weight' | 'reps' | 'durationSeconds'
  /** How much more, or of assistance how much less. */
  by: number
  unit: WeightUnit
  /** How many reps fewer the heavier top set had. */
  fewer: number
}

/**
 * What was better in an exercise than the last time, in one figure: a heavier top set, else more reps
 * with the same weight in the best set or in as many sets together, else a longer hold. Null where nothing was, and for runs, which have more than
 * one way to be better.
 */
export function betterThanLast(
  tracking: Tracking,
  sets: readonly Done[],
  before: readonly Done[],
): Better | null {
  const isWorking = (set: Done) => set.kind !== 'warmup' && !set.isSlip
  const [now, last] = [sets.filter(isWorking), before.filter(isWorking)]
  const fields = setFields(tracking)
  if (now.length === 0 || last.length === 0 || fields.includes('distance')) return null
  const unit = now[0]?.weightUnit ?? 'kg'
  const top = (list: readonly Done[]) => topOf(list, tracking)
  if (fields.includes('weight')) {
    const [a, b] = [top(now), top(last)]
    const by = fromKg((a - b) * (tracking === 'assisted_bodyweight' ? -1 : 1), unit)
    const rounded = Number(by.toFixed(2))
    if (rounded !== 0) {
      const fewer = Math.max(0, mostAt(last, b, 'reps') - mostAt(now, a, 'reps'))
      return rounded > 0 ? { what: 'weight', by: rounded, unit, fewer } : null
    }
  }
  const what = fields.includes('reps') ? 'reps' : 'durationSeconds'
  const most = (list: readonly Done[]) => mostAt(list, top(list), what)
  const by = most(now) - most(last) || inAll(now, last, { what, tracking })
  return by > 0 ? { what, by, unit, fewer: 0 } : null
}

/** The most of something in the sets with a weight. */
const mostAt = (sets: readonly Done[], kg: number, what: 'reps' | 'durationSeconds'): number =>
  Math.max(...sets.filter((set) => kgOf(set) === kg).map((set) => set[what] ?? 0))

/** How much more the hardest sets had together, where they were as many and the best of them alike. */
function inAll(
  now: readonly Done[],
  last: readonly Done[],
  { what, tracking }: { what: 'reps' | 'durationSeconds'; tracking: Tracking },
): number {
  const hardest = (list: readonly Done[]) =>
    list.filter((set) => kgOf(set) === topOf(list, tracking)).map((set) => set[what] ?? 0)
  const sum = (figures: readonly number[]) => figures.reduce((total, each) => total + each, 0)
  const [a, b] = [hardest(now), hardest(last)]
  return a.length === b.length ? sum(a) - sum(b) : 0
}

const kgOf = ({ weight, weightUnit }: Done): number => toKg(weight ?? 0, weightUnit)

/** The weight of the hardest set: the heaviest, or with assistance the lightest. */
const topOf = (sets: readonly Done[], tracking: Tracking): number =>
  tracking === 'assisted_bodyweight' ? Math.min(...sets.map(kgOf)) : Math.max(...sets.map(kgOf))
