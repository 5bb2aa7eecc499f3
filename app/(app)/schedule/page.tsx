import { getFormatter, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button, ButtonLink } from '@/app/_components/ui/button'
import { EmptyState } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { requireAuth } from '@/lib/auth/guards'
import { dayFirst } from '@/lib/domain/program'
import { type AddedProgram, addedInAddressSchema } from '@/lib/schemas/program'
import { SCHEDULE_MODES } from '@/lib/schemas/schedule'
import { query } from '@/lib/transport/query'
import { listRoutines } from '@/lib/use-cases/routines/read-routines'
import { getSchedule } from '@/lib/use-cases/schedule/schedule'
import { undoProgramAction } from '../routines/programs/actions'
import { ScheduleForm } from './schedule-form'
import { weekdayNames } from './weekday-names'

export async function generateMetadata() {
  return { title: (await getTranslations('schedule'))('title') }
}

/** The week, from the person's own first day: each day its routines, and room for one more. */
export default async function SchedulePage({ searchParams }: PageProps<'/schedule'>) {
  const { firstDayOfWeek } = await requireAuth()
  const params = await searchParams
  const added = addedInAddressSchema.safeParse(params)
  const { entries, mode } = await query(getSchedule)({})
  const { routines } = await query(listRoutines)({})
  const t = await getTranslations('schedule')
  const format = await getFormatter()
  const names = routines.map(({ name }) => name)
  const days = weekdayNames(format, firstDayOfWeek).map(({ dayOfWeek, name }) => {
    const planned = entries.filter((entry) => entry.dayOfWeek === dayOfWeek)
    const rows = [...planned, null].map((entry, index) => ({
      routineId: entry?.routineId ?? '',
      time: entry?.time ?? '',
      isPaused: entry?.isActive === false,
      routineLabel: t('routineOn', { day: name, number: index + 1 }),
      timeLabel: t('timeOn', { day: name, number: index + 1 }),
      pauseLabel: t('pauseOn', { day: name, number: index + 1 }),
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
      {added.success ? <AddedNotice {...added.data} /> : null}
      {params.undone ? <Notice tone="good">{t('undone')}</Notice> : null}
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
          routines={routines.map(({ id, name }) => [id, dayFirst(name, names)])}
          mode={mode}
          modes={SCHEDULE_MODES.map((value) => ({
            value,
            label: t(`modes.${value}`),
            hint: t(`modeHints.${value}`),
          }))}
          words={{
            save: t('save'),
            saved: t('saved'),
            mode: t('mode'),
            time: t('time'),
            pause: t('pause'),
          }}
        />
      )}
    </div>
  )
}

/** What adding a program did, and the way back. */
async function AddedNotice({ routineIds, pausedIds, isInTurns }: AddedProgram) {
  const t = await getTranslations('schedule')
  const common = await getTranslations('common')
  const lists = { routineIds, pausedIds }
  return (
    <Notice tone="good">
      {t('added', { count: routineIds.length })}
      <ActionForm action={undoProgramAction}>
        {isInTurns ? <input type="hidden" name="isInTurns" value="on" /> : null}
        {Object.entries(lists).flatMap(([name, ids]) =>
          ids.map((id, at) => <input key={id} type="hidden" name={`${name}[${at}]`} value={id} />),
        )}
        <Button look="quiet" size="compact">
          {common('undo')}
        </Button>
      </ActionForm>
    </Notice>
  )
}
