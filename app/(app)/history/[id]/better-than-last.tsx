import { getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { betterThanLast } from '@/lib/domain/better-than-last'
import { formatDuration } from '@/lib/domain/typed-number'
import { withUnit } from '@/lib/domain/with-unit'
import type { ExerciseLog } from '@/lib/schemas/workout'

/**
 * What was better than the last time, a line an exercise; nothing where nothing was.
 *
 * @param logs with the sets that were done alone
 */
export async function BetterThanLast({ logs }: { logs: readonly ExerciseLog[] }) {
  const t = await getTranslations('workout.better')
  const lines = new Map<string, { name: string; text: string }>()
  for (const { exerciseId, name, tracking, sets, previous } of logs) {
    const better = betterThanLast(tracking, sets, previous)
    if (!better || lines.has(exerciseId)) continue
    const isHelped = tracking === 'assisted_bodyweight'
    const text = {
      weight: () =>
        t(isHelped ? 'assistance' : 'weight', { value: withUnit(better.by, better.unit) }),
      reps: () => t('reps', { count: better.by }),
      durationSeconds: () => t('time', { value: formatDuration(better.by) }),
    }[better.what]()
    const fewer = better.fewer > 0 ? `, ${t('fewer', { count: better.fewer })}` : ''
    lines.set(exerciseId, { name, text: `${text}${fewer}` })
  }
  if (lines.size === 0) return null
  return (
    <Card className="px-4 py-3" aria-labelledby="better">
      <h2 id="better" className="text-xs font-semibold text-soft">
        {t('title')}
      </h2>
      <ul className="divide-y divide-line">
        {[...lines].map(([exerciseId, { name, text }]) => (
          <li
            key={exerciseId}
            className="flex flex-wrap items-baseline justify-between gap-x-3 py-1.5 text-sm"
          >
            <span className="min-w-0 wrap-anywhere">{name}</span>
            <span className="fig ml-auto text-right text-base">{text}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
