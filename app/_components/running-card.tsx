import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import {
  completeWorkoutAction,
  restoreWorkoutAction,
  resumeWorkoutAction,
  startWorkoutAction,
} from '@/app/(app)/workout/actions'
import type { Actor } from '@/lib/core/actor'
import { localDate } from '@/lib/domain/local-date'
import type { DiscardedWorkout, RunningWorkout } from '@/lib/schemas/workout'
import { NEXT_SET } from './training/next-set'
import { ActionForm } from './ui/action-form'
import { Button, ButtonLink } from './ui/button'
import { Card } from './ui/card'

/** A workout that is to take the place of the running one: started, or restored. */
export type Wanted = { start: Record<string, string> } | { restore: DiscardedWorkout }

interface RunningCardProps {
  running: RunningWorkout
  actor: Actor
  wanted?: Wanted | null
}

/** The workout that goes on: back to its next set, or, where it was forgotten, an end at its last set. */
export async function RunningCard({ running, actor, wanted }: RunningCardProps) {
  const t = await getTranslations('workout')
  const format = await getFormatter()
  const { timeZone } = actor
  const clock = { timeZone, hour: 'numeric', minute: '2-digit' } as const
  // A night goes on past midnight: the day it belongs to has no need of another name.
  const isToday = running.localDate === localDate({ instant: new Date(), ...actor })
  const when = format.dateTime(running.startedAt, isToday ? clock : { ...clock, weekday: 'long' })
  const end =
    running.isQuiet && running.lastSetAt ? format.dateTime(running.lastSetAt, clock) : null
  const resume = wanted && 'restore' in wanted ? t('keepRunning') : t('resume')
  return (
    <Card className="flex flex-col gap-3 p-4" data-running-workout={running.id}>
      <div>
        <p className="text-xs font-semibold text-soft">
          {running.isQuiet ? t('stillTraining') : t('running')}
        </p>
        <h2 className="text-[1.1875rem] font-bold wrap-anywhere">{running.name}</h2>
        <p className="text-[0.8125rem] text-soft">{t('runningSince', { when })}</p>
        {end ? <p className="text-[0.8125rem] text-soft">{t('lastSetAt', { time: end })}</p> : null}
      </div>
      {wanted ? (
        <p className="wrap-anywhere">
          {'restore' in wanted
            ? t('blockedRestore', { name: wanted.restore.name, count: wanted.restore.setsDone })
            : t('blockedBody', { name: running.name, done: running.setsDone })}
        </p>
      ) : null}
      {running.isQuiet ? (
        <ActionForm action={resumeWorkoutAction} className="grid">
          <input type="hidden" name="sessionId" value={running.id} />
          <input type="hidden" name="type" value="keepTraining" />
          <Button>{resume}</Button>
        </ActionForm>
      ) : (
        <ButtonLink href={`/workout/${running.id}${NEXT_SET}`}>{resume}</ButtonLink>
      )}
      {end && !wanted ? (
        <ActionForm action={completeWorkoutAction} className="grid">
          <input type="hidden" name="sessionId" value={running.id} />
          <input type="hidden" name="notes" value={running.notes} />
          <input type="hidden" name="isEndedAtLastSet" value="on" />
          <Button look="quiet">{t('finishAt', { time: end })}</Button>
        </ActionForm>
      ) : null}
      {wanted ? <OtherWays running={running} wanted={wanted} end={end} /> : null}
    </Card>
  )
}

/** Finishes the running workout or discards it, which is asked about, and the wanted one begins. */
async function OtherWays({
  running: { name, setsDone },
  wanted,
  end,
}: {
  running: RunningWorkout
  wanted: Wanted
  end: string | null
}) {
  const t = await getTranslations('workout')
  const isStart = 'start' in wanted
  const finish = end ? t('finishAndStartAt', { time: end }) : t('finishAndStart')
  return (
    <>
      {setsDone > 0 ? (
        <WayForm wanted={wanted} way="isFinishing">
          <Button look="quiet">{isStart ? finish : t('finishAndRestore')}</Button>
        </WayForm>
      ) : null}
      <details className="rounded-control border border-line">
        <summary className="flex min-h-12 items-center justify-center px-3 font-semibold text-bad">
          {isStart ? t('discardAndStart') : t('discardAndRestore')}
        </summary>
        <div className="flex flex-col gap-3 px-4 pb-4">
          <p className="wrap-anywhere">{t('discardAsk', { name, count: setsDone })}</p>
          <WayForm wanted={wanted} way="isReplacing">
            <Button look="danger">{t('discard')}</Button>
          </WayForm>
        </div>
      </details>
    </>
  )
}

function WayForm({
  wanted,
  way,
  children,
}: {
  wanted: Wanted
  way: 'isReplacing' | 'isFinishing'
  children: ReactNode
}) {
  const fields = 'start' in wanted ? wanted.start : { sessionId: wanted.restore.id }
  const inputs = Object.entries({ ...fields, [way]: 'on' }).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
  return 'start' in wanted ? (
    <ActionForm action={startWorkoutAction} className="grid">
      {inputs}
      {children}
    </ActionForm>
  ) : (
    <ActionForm action={restoreWorkoutAction} className="grid">
      {inputs}
      {children}
    </ActionForm>
  )
}
