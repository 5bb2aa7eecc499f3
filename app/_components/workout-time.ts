import type { Messages } from '@/lib/i18n/messages'

type Sentence = Extract<keyof Messages['workout'], 'hoursMinutes' | 'hoursOnly' | 'minutesOnly'>

/**
 * How long a workout took, `1 h 8 min`.
 *
 * @param t fills the numbers into one of the sentences of the workout
 */
export function workoutTime(
  t: (sentence: Sentence, values: { hours?: number; minutes?: number }) => string,
  seconds: number,
): string {
  const all = Math.floor(seconds / 60)
  const [hours, minutes] = [Math.floor(all / 60), all % 60]
  if (hours === 0) return t('minutesOnly', { minutes })
  return minutes === 0 ? t('hoursOnly', { hours }) : t('hoursMinutes', { hours, minutes })
}
