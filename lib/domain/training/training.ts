import type { SessionFeeling } from '@/lib/domain/feelings'
import type { Gear } from '@/lib/domain/gear'
import type { ProgressionReason } from '@/lib/domain/progression'
import type { Standing } from '@/lib/domain/records'
import type { Side } from '@/lib/domain/set-numbers'
import type { DistanceUnit, WeightUnit } from '@/lib/domain/units'
import type { Tracking } from '@/lib/schemas/exercise'
import type { PlannedBlock, SetKind, Target } from '@/lib/schemas/plan'

/** What a person did, as it is kept: weights in the unit typed, metres, seconds. */
export interface SetValues {
  kind: SetKind
  reps: number | null
  weight: number | null
  weightUnit: WeightUnit
  durationSeconds: number | null
  distanceMeters: number | null
  rpe: number | null
  side: Side | null
  /** Asked about, kept, and left out of records. */
  isSlip: boolean
  isCompleted: boolean
}

export interface TrainingSet extends SetValues {
  id: string
  setNumber: number
  target: Target | null
  notes: string
  /** ISO instants here and below, so that a document is plain JSON. */
  performedAt: string | null
  revision: number
  deletedAt: string | null
}

export interface TrainingExercise {
  id: string
  exerciseId: string
  position: number
  block: number
  blockKind: PlannedBlock['kind']
  restSeconds: number | null
  tempo: string | null
  planNotes: string
  notes: string
  reason: ProgressionReason | null
  deletedAt: string | null
  /** Those taken out too, in order. */
  sets: readonly TrainingSet[]
}

/** What is known of an exercise whichever workout it stands in. */
export interface ExerciseFacts {
  name: string
  tracking: Tracking
  isUnilateral: boolean
  /** A bar that plates go on. */
  isPlateLoaded: boolean
  /** Unknown in a document that a phone kept from before. */
  isDumbbell?: boolean | undefined
  /** What a person said of it; null is what holds for all. */
  weightUnit: WeightUnit | null
  restSeconds: number | null
  barWeight: number | null
  ownNote: string
  /** The best set of the last time, where a phone added the exercise and knows no more of it yet. */
  lastSet?: PastSet | null | undefined
}

/** What the plan says of a block as a whole. */
export type TrainingBlock = Pick<PlannedBlock, 'kind' | 'restSeconds' | 'timeCapSeconds'>

/** A workout that goes on: what operations change. */
export interface Training {
  id: string
  name: string
  status: 'planned' | 'in_progress' | 'completed' | 'dnf' | 'skipped'
  startedAt: string
  completedAt: string | null
  stillTrainingAt: string | null
  notes: string
  feeling: SessionFeeling | null
  sessionRpe: number | null
  /** Those taken out too, in order. */
  exercises: readonly TrainingExercise[]
  /** Those of the plan by their number; a document that a phone kept from before has none. */
  blocks?: readonly TrainingBlock[] | undefined
  /** By exercise id: of those in the workout, and of those that may be added. */
  facts: Readonly<Record<string, ExerciseFacts>>
  /** The person's own, where an exercise has none. */
  weightUnit: WeightUnit
}

/** What a done set of the last time was. */
export type PastSet = Pick<
  TrainingSet,
  'kind' | 'reps' | 'weight' | 'weightUnit' | 'durationSeconds' | 'distanceMeters' | 'rpe'
>

/** What came before the workout, by exercise. */
export interface ExercisePast {
  /** Working sets of the last time, in order. */
  previous: readonly PastSet[]
  /** The records that stood before this workout. */
  standing: readonly Standing[]
}

/** Everything the training screen needs to go on without a network. */
export interface TrainingDocument {
  /** Rises with every change, wherever it was made. */
  revision: number
  training: Training
  /** What came before, by exercise id. */
  past: Readonly<Record<string, ExercisePast>>
  person: {
    id: string
    distanceUnit: DistanceUnit
    timeZone: string
    /** Rest after a set where nothing else says one. */
    restSeconds: number
    gear: Gear
    bodyWeightKg: number | null
  }
}

/** A set of which nothing is known yet. */
export const BLANK: Omit<TrainingSet, 'id' | 'kind' | 'target' | 'setNumber' | 'weightUnit'> = {
  ...{ reps: null, weight: null, durationSeconds: null, distanceMeters: null, rpe: null },
  ...{ side: null, isSlip: false, isCompleted: false, performedAt: null },
  ...{ notes: '', revision: 1, deletedAt: null },
}

export const presentSets = (exercise: TrainingExercise): readonly TrainingSet[] =>
  exercise.sets.filter((set) => set.deletedAt === null)

export const presentExercises = (training: Training): readonly TrainingExercise[] =>
  training.exercises.filter((exercise) => exercise.deletedAt === null)

/** Whether a set stands in the workout: neither it nor its exercise is taken out. */
export const isPresent = (training: Training, setId: string): boolean =>
  presentExercises(training).some((exercise) =>
    presentSets(exercise).some((set) => set.id === setId),
  )

/** When the last set was done; null where none was. */
export function lastSetAt(training: Training): string | null {
  const times = presentExercises(training).flatMap((exercise) =>
    presentSets(exercise).flatMap((set) => (set.isCompleted && set.performedAt) || []),
  )
  return times.sort().at(-1) ?? null
}

const QUIET_MS = 3 * 3_600_000

/** What says that a workout goes on; its start, the word of the person, its last set. */
interface Signs {
  startedAt: string | Date
  stillTrainingAt: string | Date | null
  lastSetAt: string | Date | null
}

/** Whether nothing was done for three hours, and nobody said that it still goes on. */
export const isQuiet = ({ startedAt, stillTrainingAt, lastSetAt }: Signs, now: number): boolean =>
  [startedAt, stillTrainingAt, lastSetAt].every(
    (sign) => sign === null || now - new Date(sign).getTime() >= QUIET_MS,
  )
