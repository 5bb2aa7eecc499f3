import { getTranslations } from 'next-intl/server'
import { requireAuth } from '@/lib/auth/guards'
import { addDays, localDate } from '@/lib/domain/local-date'
import { query } from '@/lib/transport/query'
import { listRoutines } from '@/lib/use-cases/routines/read-routines'
import { PastForm } from './past-form'

export async function generateMetadata() {
  return { title: (await getTranslations('workout'))('past') }
}

/** Where a workout of a past day begins to be logged: what it was, when, and how long it took. */
export default async function PastWorkoutPage() {
  const actor = await requireAuth()
  const { routines } = await query(listRoutines)({})
  const t = await getTranslations('workout')
  const today = localDate({ instant: new Date(), ...actor })
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4">
      <div>
        <h1 className="text-[1.375rem] font-bold">{t('past')}</h1>
        <p className="text-soft">{t('pastHint')}</p>
      </div>
      <PastForm
        routines={routines.map(({ id, name }) => [id, name] as const)}
        yesterday={addDays(today, -1)}
        today={today}
        words={{
          routine: t('pastRoutine'),
          empty: t('pastEmpty'),
          date: t('correctDate'),
          start: t('correctStart'),
          length: t('correctLength'),
          lengthHint: t('correctLengthHint'),
          next: t('pastNext'),
        }}
      />
    </div>
  )
}
