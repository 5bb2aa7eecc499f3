import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { dayText } from '@/app/_components/day-text'
import { ButtonLink } from '@/app/_components/ui/button'
import { Card, EmptyState } from '@/app/_components/ui/card'
import type { GymPlace } from '@/lib/core/gym'
import { query } from '@/lib/transport/query'
import { listRoutines } from '@/lib/use-cases/routines/read-routines'
import { startWorkoutAction } from '../workout/actions'
import { RoutineButton } from './routine-button'

interface RoutineListProps {
  isArchived: boolean
  /** The gym whose library is listed; left out it is one's own. */
  gym?: GymPlace
}

/** A library's routines: how much each holds, how it was used, and one press to start it. */
export async function RoutineList({ isArchived, gym }: RoutineListProps) {
  const { routines } = await query(listRoutines)({ isArchived, ...(gym && { gymId: gym.id }) })
  const t = await getTranslations('routines')
  const format = await getFormatter()
  if (routines.length === 0) {
    return (
      <EmptyState title={t(isArchived ? 'emptyArchived' : gym ? 'emptyGym' : 'empty')}>
        {isArchived ? null : (
          <div className="flex flex-wrap justify-center gap-2">
            <ButtonLink
              look="quiet"
              href={{ pathname: '/routines/new', query: gym && { gym: gym.slug } }}
            >
              {t('new')}
            </ButtonLink>
            <ButtonLink look="quiet" href="/routines?tab=templates">
              {t('browseTemplates')}
            </ButtonLink>
          </div>
        )}
      </EmptyState>
    )
  }
  const day = (date: string) => dayText(format, date, 'date')
  return (
    <ul className="flex flex-col gap-2">
      {routines.map((routine) => (
        <li key={routine.id}>
          <Card className="relative flex items-center gap-3 p-3.5 hover:border-faint narrow:flex-wrap">
            <span
              aria-hidden
              className="h-10 w-1.5 flex-none rounded-full bg-line"
              style={routine.color ? { background: routine.color } : undefined}
            />
            <div className="min-w-0 flex-1 narrow:basis-3/4">
              <h2 className="font-semibold break-words">
                <Link
                  href={`/routines/${routine.id}`}
                  className="after:absolute after:inset-0 after:rounded-card"
                >
                  {routine.name}
                </Link>
              </h2>
              <p className="text-[0.8125rem] text-soft">
                {[
                  t('exercises', { count: routine.exerciseCount }),
                  routine.estimatedMinutes && t('minutes', { count: routine.estimatedMinutes }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <p className="text-[0.8125rem] text-soft">
                {routine.lastUsed
                  ? t('used', { count: routine.timesUsed, when: day(routine.lastUsed) })
                  : t('neverUsed')}
              </p>
            </div>
            {isArchived || routine.exerciseCount === 0 ? null : (
              <div className="relative narrow:pl-4.5">
                <RoutineButton
                  action={startWorkoutAction}
                  routineId={routine.id}
                  look="quiet"
                  size="compact"
                  aria-label={t('startNamed', { name: routine.name })}
                >
                  {t('start')}
                </RoutineButton>
              </div>
            )}
          </Card>
        </li>
      ))}
    </ul>
  )
}
