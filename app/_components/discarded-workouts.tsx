import { getTranslations } from 'next-intl/server'
import { restoreWorkoutAction } from '@/app/(app)/workout/actions'
import { query } from '@/lib/transport/query'
import { listDiscarded } from '@/lib/use-cases/workouts/restore-workout'
import { ActionForm } from './ui/action-form'
import { Button } from './ui/button'

const MINUTE_MS = 60_000

/** The workouts that were discarded within a day, each with its way back. */
export async function DiscardedWorkouts() {
  const discarded = await query(listDiscarded)({})
  const t = await getTranslations('workout')
  const now = Date.now()
  if (discarded.length === 0) return null
  return (
    <ul className="rounded-card border border-line px-4 py-1">
      {discarded.map(({ id, name, discardedAt, setsDone }) => {
        const minutes = Math.max(0, Math.floor((now - discardedAt.getTime()) / MINUTE_MS))
        const ago = { minutes, hours: Math.floor(minutes / 60) }
        return (
          <li key={id} className="flex items-center justify-between gap-3 py-1.5">
            <div className="min-w-0">
              <p className="font-semibold wrap-anywhere">{name}</p>
              <p className="text-[0.8125rem] text-soft">
                {t('discardedAgo', ago)} · {t('setCount', { count: setsDone })}
              </p>
            </div>
            <ActionForm action={restoreWorkoutAction} className="flex-none">
              <input type="hidden" name="sessionId" value={id} />
              <Button look="quiet" size="compact" aria-label={t('restoreNamed', { name })}>
                {t('restore')}
              </Button>
            </ActionForm>
          </li>
        )
      })}
    </ul>
  )
}
