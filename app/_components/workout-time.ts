import type { getTranslations } from 'next-intl/server'

/** How long a workout took, `1 h 8 min`. */
export function workoutTime(
  t: Awaited<ReturnType<typeof getTranslations<'workout'>>>,
  seconds: number,
): string {
  const all = Math.floor(seconds / 60)
  const [hours, minutes] = [Math.floor(all / 60), all % 60]
  if (hours === 0) return t('minutesOnly', { minutes })
  return minutes === 0 ? t('hoursOnly', { hours }) : t('hoursMinutes', { hours, minutes })
}
