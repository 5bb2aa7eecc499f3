import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import type * as z from 'zod'
import type { plannedSchema } from '@/lib/use-cases/dashboard/read-plan'
import { startWorkoutAction } from '../(app)/workout/actions'
import { ActionForm } from './ui/action-form'
import { Button } from './ui/button'
import { Card } from './ui/card'

/** A workout of the schedule: when, what, and the press that starts it, or that it is done. */
export async function PlannedCard({
  entry,
  when,
  isFirst,
}: {
  entry: z.output<typeof plannedSchema>
  when: string
  /** Whether it is the one to start; others stand back. */
  isFirst: boolean
}) {
  const t = await getTranslations('dashboard')
  const format = await getFormatter()
  const time = entry.time ? new Date(`1970-01-01T${entry.time}Z`) : null
  return (
    <Card className="flex flex-col gap-3 p-4">
      <div>
        <p className="text-xs font-semibold text-soft">
          {[
            when,
            time && format.dateTime(time, { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' }),
            entry.estimatedMinutes ? t('about', { minutes: entry.estimatedMinutes }) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <h2 className="text-[1.1875rem] font-bold wrap-anywhere">
          <Link href={`/routines/${entry.routineId}`}>{entry.name}</Link>
        </h2>
      </div>
      {entry.isDone ? (
        <p className="font-semibold text-good">✓ {t('done')}</p>
      ) : (
        <ActionForm action={startWorkoutAction} className="grid">
          <input type="hidden" name="routineId" value={entry.routineId} />
          <Button look={isFirst ? 'primary' : 'quiet'}>{t('start')}</Button>
        </ActionForm>
      )}
    </Card>
  )
}
