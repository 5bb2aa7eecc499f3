import { getFormatter, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/app/_components/ui/button'
import { EmptyState } from '@/app/_components/ui/card'
import { requireAuth } from '@/lib/auth/guards'
import { SCHEDULE_MODES } from '@/lib/schemas/schedule'
import { query } from '@/lib/transport/query'
import { listRoutines } from '@/lib/use-cases/routines/read-routines'
import { getSchedule } from '@/lib/use-cases/schedule/schedule'
import { ScheduleForm } from './schedule-form'

/** A Sunday, from which the days of a week are counted for their names. */
const SUNDAY = Date.UTC(2026, 0, 4, 12)
const DAY_MS = 86_400_000

export async function generateMetadata() {
  return { title: (await getTranslations('schedule'))('title') }
}

/** The week, from the person's own first day: each day its routines, and room for one more. */
export default async function SchedulePage() {
  const { firstDayOfWeek } = await requireAuth()
  const { entries, mode } = await query(getSchedule)({})
  const { routines } = await query(listRoutines)({})
  const t = await getTranslations('schedule')
  const format = await getFormatter()
  const days = [0, 1, 2, 3, 4, 5, 6].map((offset) => {
    const dayOfWeek = (firstDayOfWeek + offset) % 7
    const name = format.dateTime(new Date(SUNDAY + dayOfWeek * DAY_MS), {
      ...{ timeZone: 'UTC', weekday: 'long' },
    })
    const planned = entries.filter((entry) => entry.dayOfWeek === dayOfWeek)
    const rows = [...planned, null].map((entry, index) => ({
      routineId: entry?.routineId ?? '',
      time: entry?.time ?? '',
      routineLabel: t('routineOn', { day: name, number: index + 1 }),
      timeLabel: t('timeOn', { day: name, number: index + 1 }),
      none: index === 0 || entry ? t('nothing') : t('another'),
    }))
    return { dayOfWeek, name, rows }
  })
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4">
      <div>
        <h1 className="text-[1.375rem] font-bold">{t('title')}</h1>
        <p className="text-soft">{t('hint')}</p>
      </div>
      {routines.length === 0 ? (
        <EmptyState title={t('noRoutines')}>
          <div className="flex flex-wrap justify-center gap-2">
            <ButtonLink href="/routines?tab=templates">{t('browse')}</ButtonLink>
            <ButtonLink look="quiet" href="/routines/new">
              {t('new')}
            </ButtonLink>
          </div>
        </EmptyState>
      ) : (
        <ScheduleForm
          days={days}
          routines={routines.map(({ id, name }) => [id, name])}
          mode={mode}
          modes={SCHEDULE_MODES.map((value) => ({
            value,
            label: t(`modes.${value}`),
            hint: t(`modeHints.${value}`),
          }))}
          words={{ save: t('save'), saved: t('saved'), mode: t('mode') }}
        />
      )}
    </div>
  )
}
