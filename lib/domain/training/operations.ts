import type { SessionFeeling } from '@/lib/domain/feelings'
import type { WeightUnit } from '@/lib/domain/units'
import type { SetKind, Target } from '@/lib/schemas/plan'
import type { SetValues, TrainingExercise, TrainingSet } from './training'

/** A set to be added; without a target it asks for what the last set asked. */
interface NewSet {
  id: string
  kind: SetKind
  target?: Target | null | undefined
}

/** A workout as a phone laid it out when it was started without a network. */
interface StartedExercise
  extends Pick<
    TrainingExercise,
    'id' | 'exerciseId' | 'block' | 'blockKind' | 'restSeconds' | 'tempo' | 'planNotes' | 'reason'
  > {
  sets: readonly Pick<TrainingSet, 'id' | 'kind' | 'target' | 'weightUnit'>[]
}

/** What a person can do to a workout that goes on. Ids of what is new are made by whoever does it. */
export type Change =
  /** The first of a workout that was started without a network; where the workout is there already, nothing. */
  | {
      type: 'start'
      routineId: string | null
      name: string
      exercises: readonly StartedExercise[]
    }
  /** Says everything about a set; made on its revision `baseRevision`. */
  | { type: 'logSet'; setId: string; baseRevision: number; values: SetValues }
  | { type: 'addSets'; exerciseLogId: string; sets: readonly NewSet[]; isFirst: boolean }
  /** Raises no revision, so that it never stands in the way of a set that is logged elsewhere. */
  | { type: 'noteSet'; setId: string; notes: string }
  | { type: 'removeSet'; setId: string }
  | { type: 'restoreSet'; setId: string }
  /**
   * `setIds` has at least as many as are needed: three, or one for each open set of `swapFor` or each
   * open round of `joins`, the exercise whose block it comes into. With `takesSets` what was done in
   * `swapFor` was done in this one, which counts the same: `setIds` has one for each of its sets.
   */
  | {
      type: 'addExercise'
      exerciseLogId: string
      exerciseId: string
      setIds: readonly string[]
      swapFor: string | null
      joins?: string | null | undefined
      takesSets?: boolean | undefined
    }
  | { type: 'removeExercise'; exerciseLogId: string }
  | { type: 'restoreExercise'; exerciseLogId: string }
  /** `isWhole` moves the block that an exercise is in. */
  | {
      type: 'moveExercise'
      exerciseLogId: string
      direction: 'up' | 'down'
      isWhole?: boolean | undefined
    }
  /** Comes into the block of another; two that stood alone become a superset. */
  | { type: 'joinBlock'; exerciseLogId: string; partnerId: string }
  /** `isWhole` dissolves the block. */
  | { type: 'leaveBlock'; exerciseLogId: string; isWhole: boolean }
  /** A set for each exercise of a block; `setIds` are theirs in order. */
  | { type: 'addRound'; exerciseLogId: string; setIds: readonly string[] }
  | { type: 'noteExercise'; exerciseLogId: string; notes: string }
  /** What holds for an exercise from now on, in this workout and the next. */
  | {
      type: 'preferExercise'
      exerciseId: string
      weightUnit: WeightUnit | null
      restSeconds: number | null
      barWeight: number | null
    }
  | { type: 'keepTraining' }
  /** `isEndedAtLastSet` for a workout that was forgotten. */
  | {
      type: 'finish'
      notes: string
      feeling: SessionFeeling | null
      sessionRpe: number | null
      isEndedAtLastSet: boolean
    }

/** A change with what makes a retry harmless: its own id, the workout, and when it was made. */
export type Operation = Change & { id: string; sessionId: string; at: string }
