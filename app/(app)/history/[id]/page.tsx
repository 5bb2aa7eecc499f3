import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { dayText } from '@/app/_components/day-text'
import { setLetters } from '@/app/_components/set-letters'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button, ButtonLink } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { Figures } from '@/app/_components/ui/figures'
import { Notice } from '@/app/_components/ui/notice'
import { workoutTime } from '@/app/_components/workout-time'
import { requireAuth } from '@/lib/auth/guards'
import type { Actor } from '@/lib/core/actor'
import { isAsPlanned } from '@/lib/domain/as-planned'
import { localDate } from '@/lib/domain/local-date'
import { setLabel } from '@/lib/domain/set-numbers'
import { setText } from '@/lib/domain/set-text'
import { targetText } from '@/lib/domain/target-text'
import { groupsOf } from '@/lib/domain/training/blocks'
import { formatDuration } from '@/lib/domain/typed-number'
import { fromMeters } from '@/lib/domain/units'
import { sharedUnit, shownWeight, weightText } from '@/lib/domain/weight-text'
import { withUnit } from '@/lib/domain/with-unit'
import type { ExerciseLog, LoggedSet, SessionSummary, Workout } from '@/lib/schemas/workout'
import { query } from '@/lib/transport/query'
import { getPreviousWorkout, getWorkout } from '@/lib/use-cases/workouts/read-workouts'
import { startWorkoutAction } from '../../workout/actions'
import { createRoutineFromWorkoutAction, deleteWorkoutAction } from '../actions'
import { BetterThanLast } from './better-than-last'
import { PlanCard, PlanLinks } from './plan-card'
import { heldRecords, WorkoutRecords } from './workout-records'

const read = query(getWorkout)

export async function generateMetadata({ params }: PageProps<'/history/[id]'>) {
  return { title: (await read(await params)).name }
}

/** A finished workout: what it came to, its records, every set, and the ways to mend it. */
export default async function SessionPage({ params, searchParams }: PageProps<'/history/[id]'>) {
  const { id } = await params
  const { finished, corrected, updated, undone } = await searchParams
  const actor = await requireAuth()
  const workout = await read({ id })
  if (workout.status === 'in_progress') redirect(`/workout/${id}`)
  if (workout.status === 'planned') redirect(`/history/${id}/edit`)
  const previous = await query(getPreviousWorkout)({ id })
  const t = await getTranslations('workout')
  const format = await getFormatter()
  const date = dayText(format, workout.localDate, 'full')
  const clock = { timeZone: actor.timeZone, hour: 'numeric', minute: '2-digit' } as const
  // "6:17 PM" stays on one line.
  const time = format.dateTime(workout.startedAt, clock).replace(/\s/, '\u00a0')
  const { startedAt: instant, localDate: day } = workout
  const isNextDay = localDate({ instant, timeZone: actor.timeZone, dayCutoffHour: 0 }) > day
  const weekday = format.dateTime(instant, { timeZone: actor.timeZone, weekday: 'long' })
  const start = isNextDay ? t('nextDay', { time, day: weekday }) : time
  const rating = [
    ...(workout.feeling ? [t(`feelings.${workout.feeling}`)] : []),
    ...(workout.sessionRpe ? [withUnit(t('rpe'), String(workout.sessionRpe))] : []),
  ]
  const held = heldRecords(workout)
  const stars = new Set(held.map(({ star }) => star.setId))
  const logs = workout.exercises.map(withDoneSets)
  // After a workout what comes next matters first; from the history a person looks for the sets.
  const planCards = <PlanCard workout={workout} update={{ updated, undone }} />
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4">
      <header className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="text-sm font-semibold text-soft">
            {[date, start, ...rating].join('\u00a0· ')}
          </p>
          <h1 className="text-[1.375rem] font-bold wrap-anywhere">{workout.name}</h1>
        </div>
        <ButtonLink
          look="quiet"
          size="compact"
          href={`/history/${id}/edit`}
          aria-label={t('correct')}
        >
          {t('correctShort')}
        </ButtonLink>
      </header>
      {finished ? <Notice tone="good">{t('finished')}</Notice> : null}
      {corrected ? <Notice tone="good">{t('corrected')}</Notice> : null}
      <Totals workout={workout} previous={previous} actor={actor} />
      {finished ? null : <PlanLinks workout={workout} />}
      <WorkoutRecords held={held} actor={actor} />
      <BetterThanLast logs={logs} />
      {workout.notes ? (
        <Card className="p-4">
          <p className="whitespace-pre-line">{workout.notes}</p>
        </Card>
      ) : null}
      {finished ? planCards : null}
      {groupsOf(logs.filter(hasSomething)).map((group) => (
        <GroupDone key={group[0]?.id} group={group} stars={stars} actor={actor} />
      ))}
      {finished ? null : planCards}
      <div className="flex flex-wrap gap-2">
        <ActionForm action={startWorkoutAction}>
          <input type="hidden" name="repeatOf" value={id} />
          <Button look="quiet">{t('repeat')}</Button>
        </ActionForm>
        <ActionForm action={createRoutineFromWorkoutAction}>
          <input type="hidden" name="sessionId" value={id} />
          <Button look="quiet">{t('toRoutine')}</Button>
        </ActionForm>
      </div>
      <details className="rounded-card border border-line p-4">
        <summary className="min-h-6 font-semibold text-bad">{t('delete')}</summary>
        <div className="mt-3 flex flex-col gap-3">
          <p>{t('deleteAsk', { name: workout.name, date, sets: workout.setCount })}</p>
          <ActionForm action={deleteWorkoutAction}>
            <input type="hidden" name="sessionId" value={id} />
            <Button look="danger">{t('deleteYes')}</Button>
          </ActionForm>
        </div>
      </details>
    </div>
  )
}

/** Sets that were not done are told once, beside the plan. */
const withDoneSets = (log: ExerciseLog): ExerciseLog => ({
  ...log,
  sets: log.sets.filter((set) => set.isCompleted),
})

/** One that was skipped, or added by a correction and got no set, says nothing. */
const hasSomething = (log: ExerciseLog): boolean => log.sets.length > 0 || log.notes !== ''

async function Totals({
  workout,
  previous,
  actor,
}: {
  workout: Workout
  previous: SessionSummary | null
  actor: Actor
}) {
  const t = await getTranslations('workout')
  const format = await getFormatter()
  const terms = await getTranslations('common.terms')
  const loads = workout.exercises
    .flatMap(({ sets }) => sets)
    .filter((set) => set.isCompleted && set.weight)
  const { weightUnit: unit } = actor
  const volume = (kg: number) => shownWeight(kg, { unit, what: 'volume' })
  const loggedUnit = sharedUnit(
    loads.map((set) => set.weightUnit),
    unit,
  )
  // A person who adds up the sets by hand finds this sum.
  const asLogged =
    loggedUnit === unit
      ? null
      : t('asLogged', { value: weightText(workout.volumeKg, { unit: loggedUnit, what: 'volume' }) })
  const distance = fromMeters(workout.distanceMeters, actor.distanceUnit)
  const lastTime =
    previous && previous.volumeKg > 0
      ? t('lastTime', {
          value: withUnit(format.number(volume(previous.volumeKg)), unit),
          sets: previous.setCount === workout.setCount ? 0 : previous.setCount,
        })
      : null
  const figures = [
    { label: t('duration'), value: workoutTime(t, workout.durationSeconds ?? 0) },
    { label: t('sets'), value: format.number(workout.setCount) },
    workout.volumeKg > 0 && {
      ...{ label: t('volume'), value: format.number(volume(workout.volumeKg)) },
      ...{ unit, explanation: terms('volume') },
      below: [asLogged, lastTime].filter(Boolean).join(' · ') || null,
    },
    workout.repCount > 0 && { label: t('repsTotal'), value: format.number(workout.repCount) },
    distance > 0 && {
      label: t('distanceTotal'),
      value: format.number(distance, { maximumFractionDigits: 2 }),
      unit: actor.distanceUnit,
    },
  ]
  return (
    <Figures figures={figures.filter((figure) => figure !== false)} className="sm:grid-cols-4" />
  )
}

/** What the plan asked for in this set, where something else was done. */
async function Planned({ set, log, actor }: { set: LoggedSet; log: ExerciseLog; actor: Actor }) {
  const about = { tracking: log.tracking, unit: actor.distanceUnit }
  const target = set.target ? targetText(set.target, about) : ''
  if (!set.target || target === '' || isAsPlanned(set, set.target)) return null
  const t = await getTranslations('workout')
  return <span className="text-[0.8125rem] text-soft">{t('plannedSet', { target })}</span>
}

interface DoneProps {
  /** The sets that hold the best record of their exercise. */
  stars: ReadonlySet<string>
  actor: Actor
}

/** An exercise alone, or those that took turns under the name of their block. */
async function GroupDone({ group, ...props }: DoneProps & { group: readonly ExerciseLog[] }) {
  const t = await getTranslations('workout')
  const [first] = group
  if (!first) return null
  return (
    <Card className="flex flex-col gap-4 p-4">
      {group.length > 1 ? (
        <p className="-mb-3 text-xs font-semibold text-soft">{t(`blocks.${first.blockKind}`)}</p>
      ) : null}
      {group.map((log) => (
        <ExerciseDone key={log.id} log={log} {...props} />
      ))}
    </Card>
  )
}

async function ExerciseDone({ log, stars, actor }: DoneProps & { log: ExerciseLog }) {
  const t = await getTranslations('workout')
  const words = setLetters(t)
  return (
    <section>
      <h2 className="font-semibold">
        <Link href={`/exercises/${log.exerciseId}`}>{log.name}</Link>
      </h2>
      {log.isUnilateral && log.sets.every(({ side }) => side === null) ? (
        <p className="text-[0.8125rem] text-soft">{t('perSide')}</p>
      ) : null}
      {log.notes ? <p className="text-sm whitespace-pre-line text-soft">{log.notes}</p> : null}
      <ol className="mt-2">
        {log.sets.map((set) => (
          <li
            key={set.id}
            className="grid grid-cols-[2rem_minmax(0,1fr)] items-baseline gap-x-3 border-t border-line py-1.5 first:border-0"
          >
            <span className="fig text-center text-soft">{setLabel(set, set.number, words)}</span>
            <div className="flex flex-wrap items-baseline gap-x-3">
              <span className="fig text-lg">
                {setText(set, log.tracking, { ...actor, weightUnit: null }) || '–'}
              </span>
              {set.rpe ? (
                <span className="text-[0.8125rem] text-soft">
                  {withUnit(t('rpe'), String(set.rpe))}
                </span>
              ) : null}
              {stars.has(set.id) ? (
                <span className="text-[0.8125rem] font-semibold">★ {t('records.badge')}</span>
              ) : null}
              <Planned set={set} log={log} actor={actor} />
              {set.restSeconds ? (
                <span className="ml-auto text-xs text-soft">
                  {t('restTaken', { time: formatDuration(set.restSeconds) })}
                </span>
              ) : null}
              {set.isSlip ? (
                <span className="text-[0.8125rem] text-soft">{t('slipKept')}</span>
              ) : null}
              {set.notes ? (
                <span className="w-full text-sm wrap-anywhere text-soft">{set.notes}</span>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
