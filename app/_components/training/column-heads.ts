import { type SetField, setFields } from '@/lib/domain/set-fields'
import type { ExerciseFacts } from '@/lib/domain/training/training'
import { say, type TrainWords } from './words'

/** The names above the columns of an exercise's figures, in their order. */
export function columnHeads(
  { tracking, isUnilateral }: Pick<ExerciseFacts, 'tracking' | 'isUnilateral'>,
  { weightUnit, distanceUnit }: { weightUnit: 'kg' | 'lb'; distanceUnit: 'm' | 'km' | 'mi' },
  { columns }: TrainWords['train'],
): string[] {
  const weight =
    tracking === 'assisted_bodyweight'
      ? columns.assistance
      : tracking === 'weighted_bodyweight'
        ? columns.added
        : '{unit}'
  const heads: Record<SetField, string> = {
    weight: say(weight, { unit: weightUnit }),
    reps: isUnilateral ? columns.perSide : columns.reps,
    durationSeconds: columns.time,
    distance: distanceUnit,
  }
  return setFields(tracking).map((field) => heads[field])
}
