import type { Tracking } from '@/lib/schemas/exercise'
import type { SetKind } from '@/lib/schemas/plan'
import { estimateOneRepMax } from './one-rep-max'
import { roundTo } from './units'

/** In order of worth: of several records of an exercise in a workout, a screen names the first. */
export const RECORD_KINDS = [
  'heaviest_weight',
  'e1rm',
  'weight_for_reps',
  'max_reps',
  'set_volume',
  'longest_distance',
  'fastest_distance',
  'longest_duration',
] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/** Metres over which a best time is kept. */
const FASTEST_DISTANCES = [400, 1000, 1609.344, 5000, 10_000, 21_097.5, 42_195]
/** How much longer than the distance a run may be and still count for it. */
const DISTANCE_TOLERANCE = 1.02
const MOST_REPS_KEPT = 30

/** One performed set as the fold sees it: kilograms, seconds, metres. */
export interface RecordSet {
  setId: string
  sessionId: string
  performedAt: Date
  kind: SetKind
  isSlip: boolean
  reps: number | null
  weightKg: number | null
  durationSeconds: number | null
  distanceMeters: number | null
}

/** A best value; `bucket` is reps or metres where the kind has them, else 0. */
export interface Standing {
  kind: RecordKind
  bucket: number
  value: number
}

export interface RecordEntry extends Standing {
  setId: string
  sessionId: string
  achievedAt: Date
  previousValue: number | null
}

/**
 * Goes through performed sets in time and names each one that beat what stood before: strictly,
 * so that of equals the earlier keeps its record. Working sets only, slips left out. Folding a
 * suffix onto the standing records of its prefix equals folding everything.
 *
 * `weight_for_reps` for r reps must beat every weight done for r or more reps. On assisted
 * exercises its value is the assistance, and less is better.
 */
export function foldRecords(history: {
  tracking: Tracking
  standing: readonly Standing[]
  sets: readonly RecordSet[]
}): RecordEntry[] {
  const best = new Map(history.standing.map((record) => [chainKey(record), record]))
  const entries: RecordEntry[] = []
  for (const set of [...history.sets].sort(inTime)) {
    if (set.kind === 'warmup' || set.isSlip) continue
    for (const candidate of candidates(history.tracking, set)) {
      const standing = best.get(chainKey(candidate)) ?? null
      if (!beats(history.tracking, candidate, standing, best)) continue
      best.set(chainKey(candidate), candidate)
      entries.push({
        ...candidate,
        setId: set.setId,
        sessionId: set.sessionId,
        achievedAt: set.performedAt,
        previousValue: standing?.value ?? null,
      })
    }
  }
  return entries
}

type Rise = Pick<RecordEntry, 'kind' | 'bucket' | 'previousValue' | 'achievedAt'>

/**
 * What screens call the records of an exercise in a workout, the one that is worth most first: bests
 * that beat an earlier workout. A chain that began in this workout is a baseline and is left out; one
 * that rose several times is there once, with its last value and the one from before the workout. In
 * SQL `isShown` (lib/repositories/record-repository.ts) tells the same.
 *
 * @param entries every record that the exercise got in this one workout
 */
export function shownRecords<Entry extends Rise>(entries: readonly Entry[]): Entry[] {
  const chains = new Map<string, Entry>()
  const inOrder = [...entries].sort((a, b) => a.achievedAt.getTime() - b.achievedAt.getTime())
  for (const entry of inOrder) {
    const { previousValue } = chains.get(chainKey(entry)) ?? entry
    chains.set(chainKey(entry), { ...entry, previousValue })
  }
  return [...chains.values()]
    .filter((entry) => entry.previousValue !== null)
    .sort((a, b) => rankOf(a) - rankOf(b) || b.bucket - a.bucket)
}

const rankOf = ({ kind }: Pick<Standing, 'kind'>): number => RECORD_KINDS.indexOf(kind)

const chainKey = (record: Pick<Standing, 'kind' | 'bucket'>): string =>
  `${record.kind}:${record.bucket}`

const inTime = (a: RecordSet, b: RecordSet): number =>
  a.performedAt.getTime() - b.performedAt.getTime() || (a.setId < b.setId ? -1 : 1)

const isLessBetter = (tracking: Tracking, kind: RecordKind): boolean =>
  kind === 'fastest_distance' || (tracking === 'assisted_bodyweight' && kind === 'weight_for_reps')

function beats(
  tracking: Tracking,
  candidate: Standing,
  standing: Standing | null,
  best: ReadonlyMap<string, Standing>,
): boolean {
  const better = (value: number) =>
    isLessBetter(tracking, candidate.kind) ? candidate.value < value : candidate.value > value
  if (candidate.kind !== 'weight_for_reps') return !standing || better(standing.value)
  for (let reps = candidate.bucket; reps <= MOST_REPS_KEPT; reps++) {
    const rival = best.get(chainKey({ ...candidate, bucket: reps }))
    if (rival && !better(rival.value)) return false
  }
  return true
}

/** Every record this set could be, best or not. Values are rounded as the database keeps them. */
function candidates(tracking: Tracking, set: RecordSet): Standing[] {
  const found: Standing[] = []
  const add = (kind: RecordKind, value: number | null, bucket = 0) => {
    if (value !== null && value >= 0) found.push({ kind, bucket, value: Number(value.toFixed(4)) })
  }
  const weight = set.weightKg !== null && set.weightKg > 0 ? set.weightKg : null
  const reps = set.reps !== null && set.reps >= 1 ? set.reps : null
  const distance = set.distanceMeters !== null && set.distanceMeters > 0 ? set.distanceMeters : null
  const duration =
    set.durationSeconds !== null && set.durationSeconds > 0 ? set.durationSeconds : null
  const addForReps = (value: number | null) => {
    if (reps !== null && reps <= MOST_REPS_KEPT) add('weight_for_reps', value, reps)
  }

  switch (tracking) {
    case 'weight_reps':
      // Reps without the weight they were done with say nothing.
      if (reps === null || weight === null) break
      add('heaviest_weight', weight)
      addForReps(weight)
      add('e1rm', estimateOneRepMax({ weight, reps }))
      add('max_reps', reps)
      add('set_volume', weight * reps)
      break
    case 'weighted_bodyweight':
      if (reps === null) break
      add('heaviest_weight', weight)
      addForReps(weight)
      add('max_reps', reps)
      break
    case 'assisted_bodyweight':
      addForReps(set.weightKg)
      add('max_reps', reps)
      break
    case 'bodyweight_reps':
    case 'reps':
      add('max_reps', reps)
      break
    case 'duration':
      add('longest_duration', duration)
      break
    case 'weight_duration':
      if (duration === null || weight === null) break
      add('heaviest_weight', weight)
      add('longest_duration', duration)
      break
    case 'weight_distance':
      if (distance === null || weight === null) break
      add('heaviest_weight', weight)
      add('longest_distance', distance)
      break
    case 'distance_duration':
      add('longest_distance', distance)
      add('longest_duration', duration)
      if (distance && duration) {
        for (const bucket of FASTEST_DISTANCES) {
          // Distances are kept in centimetres: a typed mile is 1609.34 m, just short of its bucket.
          if (distance < roundTo(bucket, 0.01) || distance > bucket * DISTANCE_TOLERANCE) continue
          add('fastest_distance', (duration * bucket) / distance, bucket)
        }
      }
  }
  return found
}
