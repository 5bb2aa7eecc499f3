import { recordBucket, recordValue } from '@/lib/domain/record-text'
import { recordsOf } from '@/lib/domain/training/records-of'
import { unitOf } from '@/lib/domain/training/shown-sets'
import {
  presentExercises,
  presentSets,
  type Training,
  type TrainingDocument,
} from '@/lib/domain/training/training'
import { repsText } from '@/lib/domain/typed-reps'
import { say, type TrainWords } from './words'

/** The best record of an exercise in this workout: the set that holds it, and its name and value. */
export interface Star {
  setId: string
  name: string
  value: string
  /** The value from before the workout. */
  before: string
  /** `3 × 8–12 · `, where the plan asks every working set for the same reps. */
  scheme: string
}

/** Null where the exercise has no record to show. */
export function starOf(
  { document, words }: { document: TrainingDocument; words: TrainWords },
  exerciseId: string,
): Star | null {
  const { training, person } = document
  const [record] = recordsOf(document, exerciseId)
  const tracking = training.facts[exerciseId]?.tracking
  if (!record || !tracking) return null
  const weightUnit = unitOf(training, exerciseId)
  const reader = { tracking, weightUnit, distanceUnit: person.distanceUnit }
  const before = { kind: record.kind, value: record.previousValue ?? 0 }
  return {
    setId: record.setId,
    name: say(words.records[record.kind], { bucket: recordBucket(record, reader) }),
    value: recordValue(record, reader),
    before: say(words.records.before, { value: recordValue(before, reader) }),
    scheme: schemeOf(training, exerciseId),
  }
}

function schemeOf(training: Training, exerciseId: string): string {
  const texts = presentExercises(training)
    .filter((exercise) => exercise.exerciseId === exerciseId)
    .flatMap(presentSets)
    .flatMap(({ kind, target }) => (kind === 'warmup' || !target ? [] : repsText(target)))
  const [text] = texts
  return text && texts.every((each) => each === text) ? `${texts.length} × ${text} · ` : ''
}
