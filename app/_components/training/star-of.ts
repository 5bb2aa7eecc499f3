import { recordBucket, recordValue } from '@/lib/domain/record-text'
import { recordsOf } from '@/lib/domain/training/records-of'
import { unitOf } from '@/lib/domain/training/shown-sets'
import type { TrainingDocument } from '@/lib/domain/training/training'
import { say, type TrainWords } from './words'

/** The best record of an exercise in this workout: the set that holds it, and its name and value. */
export interface Star {
  setId: string
  name: string
  value: string
  /** The value from before the workout. */
  before: string
  /** As the row of the set says it: `★ Heaviest`. */
  badge: string
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
  const bucket = { bucket: recordBucket(record, reader) }
  const before = { kind: record.kind, value: record.previousValue ?? 0 }
  return {
    setId: record.setId,
    name: say(words.records[record.kind], bucket),
    value: recordValue(record, reader),
    before: say(words.records.before, { value: recordValue(before, reader) }),
    badge: `★ ${say(words.train.badges[record.kind], bucket)}`,
  }
}
