import { describe, expect, it } from 'vitest'
import { howToLog } from './how-to-log'

describe('howToLog', () => {
  it.each([
    ['two dumbbells', 'weight_reps', ['dumbbell'], false, ['oneDumbbell']],
    [
      'one dumbbell, a side at a time',
      'weight_reps',
      ['dumbbell'],
      true,
      ['oneDumbbell', 'repsPerSide'],
    ],
    ['dumbbells or something else', 'weight_reps', ['dumbbell', 'barbell'], false, ['ifDumbbells']],
    ['one dumbbell or kettlebell', 'weight_reps', ['dumbbell', 'kettlebell'], false, []],
    ['a dumbbell that is only held', 'reps', ['dumbbell'], false, []],
    ['a barbell', 'weight_reps', ['barbell'], false, []],
    ['a hold on one side', 'duration', ['none'], true, ['timePerSide']],
    ['a carry on one side', 'weight_distance', ['kettlebell'], true, []],
  ] as const)(
    'says of %s what has to be known',
    (_what, tracking, equipment, isUnilateral, hints) => {
      expect(howToLog({ tracking, equipment, isUnilateral })).toEqual(hints)
    },
  )
})
