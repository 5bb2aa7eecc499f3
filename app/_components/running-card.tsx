import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import {
  completeWorkoutAction,
  resumeWorkoutAction,
  startWorkoutAction,
} from '@/app/(app)/workout/actions'
import type { Actor } from '@/lib/core/actor'
import type { RunningWorkout } from '@/lib/schemas/workout'
import { ActionForm } from './ui/action-form'
import { Button, ButtonLink } from './ui/button'
import { Card } from './ui/card'

interface RunningCardProps {
  running: RunningWorkout
  actor: Actor
  /** The form fields of a workout that is to be started while this one goes on. */
  wanted?: Record<string, string>
}

/** The workout that goes on: back to it, or, where it was forgotten, an end at its last set. */
export async function RunningCard({ running, actor, wanted }: RunningCardProps) {
  const t = await getTranslations('workout')
  const format = await getFormatter()
  const { timeZone } = actor
  const clock = { timeZone, hour: 'numeric', minute: '2-digit' } as const
  const when = format.dateTime(running.startedAt, { ...clock, weekday: 'long' })
  const end =
    running.isQuiet && running.lastSetAt ? format.dateTime(running.lastSetAt, clock) : null
  return (
    <Card className="flex flex-col gap-3 p-4" data-running-workout={running.id}>
      <div>
        <p className="text-xs font-semibold text-soft">
          {running.isQuiet ? t('stillTraining') : t('running')}
        </p>
        <h2 className="text-[19px] font-bold">{running.name}</h2>
        <p className="text-[13px] text-soft">{t('runningSince', { when })}</p>
        {end ? <p className="text-[13px] text-soft">{t('lastSetAt', { time: end })}</p> : null}
      </div>
      {wanted ? <p>{t(end ? 'blockedQuiet' : 'blockedBody', { name: running.name })}</p> : null}
      {running.isQuiet ? (
        <ActionForm action={resumeWorkoutAction} className="grid">
          <input type="hidden" name="sessionId" value={running.id} />
          <input type="hidden" name="type" value="keepTraining" />
          <Button>{t('resume')}</Button>
        </ActionForm>
      ) : (
        <ButtonLink href={`/workout/${running.id}`}>{t('resume')}</ButtonLink>
      )}
      {end && !wanted ? (
        <ActionForm action={completeWorkoutAction} className="grid">
          <input type="hidden" name="sessionId" value={running.id} />
          <input type="hidden" name="notes" value={running.notes} />
          <input type="hidden" name="isEndedAtLastSet" value="on" />
          <Button look="quiet">{t('finishAt', { time: end })}</Button>
        </ActionForm>
      ) : null}
      {end && wanted ? (
        <StartForm wanted={wanted} way="isFinishing">
          <Button look="quiet">{t('finishAndStart', { time: end })}</Button>
        </StartForm>
      ) : null}
      {wanted ? (
        <StartForm wanted={wanted} way="isReplacing">
          <Button look="danger">{t('replace')}</Button>
        </StartForm>
      ) : null}
    </Card>
  )
}

function StartForm({
  wanted,
  way,
  children,
}: {
  wanted: Record<string, string>
  way: 'isReplacing' | 'isFinishing'
  children: ReactNode
}) {
  return (
    <ActionForm action={startWorkoutAction} className="grid">
      {Object.entries({ ...wanted, [way]: 'on' }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </ActionForm>
  )
}
