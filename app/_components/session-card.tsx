import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { Actor } from '@/lib/core/actor'
import { formatDuration } from '@/lib/domain/typed-number'
import { fromMeters, shownDistance } from '@/lib/domain/units'
import { shownWeight, weightText } from '@/lib/domain/weight-text'
import { withUnit } from '@/lib/domain/with-unit'
import type { ListedExercise } from '@/lib/schemas/history'
import type { SessionSummary } from '@/lib/schemas/workout'
import { dayText } from './day-text'
import { Card } from './ui/card'
import { workoutTime } from './workout-time'

type Translate = Awaited<ReturnType<typeof getTranslations<'workout'>>>

const MOST_NAMED = 5

/** A finished workout in a list: when, what, and what it came to. */
export async function SessionCard({
  session,
  actor,
  isShort = false,
}: {
  session: SessionSummary & { exercises: readonly ListedExercise[] }
  actor: Actor
  /** Without its exercises. */
  isShort?: boolean
}) {
  const t = await getTranslations('workout')
  const format = await getFormatter()
  const { weightUnit: unit } = actor
  const figures = [
    session.durationSeconds === null
      ? null
      : ([t('duration'), workoutTime(t, session.durationSeconds), ''] as const),
    session.volumeKg > 0
      ? ([
          t('volume'),
          format.number(shownWeight(session.volumeKg, { unit, what: 'volume' })),
          unit,
        ] as const)
      : null,
    session.distanceMeters > 0
      ? ([
          t('distanceTotal'),
          format.number(fromMeters(session.distanceMeters, actor.distanceUnit), {
            maximumFractionDigits: 2,
          }),
          actor.distanceUnit,
        ] as const)
      : null,
    [
      t('sets'),
      format.number(session.setCount),
      t('setsUnit', { count: session.setCount }),
    ] as const,
  ].filter((figure) => figure !== null)
  return (
    <Card className="relative p-4 hover:border-accent">
      <div className="flex items-start justify-between gap-3 narrow:flex-col">
        <div className="min-w-0">
          <p className="text-xs font-semibold text-soft">
            {dayText(format, session.localDate, 'short')}
          </p>
          <h3 className="font-semibold wrap-anywhere">
            <Link href={`/history/${session.id}`} className="after:absolute after:inset-0">
              {session.name}
            </Link>
          </h3>
        </div>
        {session.recordCount > 0 ? (
          <span className="rounded-full bg-accent-soft px-2.5 py-0.5 text-[0.78125rem] font-semibold whitespace-nowrap text-accent">
            ★ {t('recordCount', { count: session.recordCount })}
          </span>
        ) : null}
      </div>
      <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-1">
        {figures.map(([label, value, unit]) => (
          <div key={label}>
            <dt className="sr-only">{label}</dt>
            <dd className="fig text-xl">
              {value}
              {unit ? <span className="unit">{unit}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
      {isShort ? null : <Exercises exercises={session.exercises} actor={actor} />}
    </Card>
  )
}

/** What was done, and the best of it. */
async function Exercises({
  exercises,
  actor,
}: {
  exercises: readonly ListedExercise[]
  actor: Actor
}) {
  if (exercises.length === 0) return null
  const t = await getTranslations('workout')
  const more = exercises.length - MOST_NAMED
  const bestOf = (exercise: ListedExercise): string => {
    const value = bestText(exercise, actor, t)
    // Beside "2 ×" a figure alone reads as that of each set.
    return value && exercise.setCount > 1 ? t('bestOfSets', { value }) : value
  }
  return (
    <ul className="mt-2 border-t border-line pt-2 text-sm">
      {exercises.slice(0, MOST_NAMED).map((exercise) => (
        <li
          key={exercise.id}
          className="flex items-baseline justify-between gap-3 py-0.5 narrow:flex-col narrow:gap-0"
        >
          <span className="min-w-0 wrap-anywhere">
            <span className="fig text-soft">{exercise.setCount} ×</span> {exercise.name}
          </span>
          <span className="fig whitespace-nowrap text-soft">{bestOf(exercise)}</span>
        </li>
      ))}
      {more > 0 ? (
        <li className="py-0.5 text-soft">{t('moreExercises', { count: more })}</li>
      ) : null}
    </ul>
  )
}

/** The best of one set: its load where it has one, else how far, how long or how often. */
function bestText(best: ListedExercise, actor: Actor, t: Translate): string {
  const { weightUnit, distanceUnit } = actor
  if (best.bestWeightKg) return weightText(best.bestWeightKg, { unit: weightUnit, what: 'load' })
  if (best.bestDistanceMeters)
    return withUnit(
      shownDistance(best.bestDistanceMeters, distanceUnit).toLocaleString('en'),
      distanceUnit,
    )
  if (best.bestDurationSeconds) return formatDuration(best.bestDurationSeconds)
  return best.bestReps ? t('bestReps', { count: best.bestReps }) : ''
}
