import { messages } from '@/lib/i18n/messages'
import type { TrainWords } from './words'

/** The sentences that the browser gets, as they stand in the catalogue. */
export const trainWords = ({ locale }: { locale: string }): TrainWords => {
  const { required, number, wholeNumber, twoDecimals, step, duration, atLeast, atMost } =
    messages.fields
  const { weightTooHeavy, distanceTooLong, unreadable } = messages.fields
  const { hoursMinutes, hoursOnly, minutesOnly } = messages.workout
  const { muscles, equipment, trackingKinds } = messages.exercises
  return {
    locale,
    kinds: { muscles, equipment, trackingKinds },
    train: messages.train,
    plates: messages.workout.plates,
    feelings: messages.workout.feelings,
    records: messages.workout.records,
    length: { hoursMinutes, hoursOnly, minutesOnly },
    why: messages.workout.why,
    whoLast: messages.workout.whoLast,
    fields: {
      ...{ required, number, wholeNumber, twoDecimals, step, duration, atLeast, atMost },
      ...{ weightTooHeavy, distanceTooLong, unreadable },
      // Only a note can be too long here.
      tooLong: messages.train.menu.tooLong,
    },
  }
}
