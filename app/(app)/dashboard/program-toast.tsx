import { getFormatter, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/app/_components/ui/button'
import { Toast } from '@/app/_components/ui/toast'
import { type AddedProgram, addressOfAdded } from '@/lib/schemas/program'
import { query } from '@/lib/transport/query'
import { getSchedule } from '@/lib/use-cases/schedule/schedule'
import { weekdayNames } from '../schedule/weekday-names'

interface ProgramToastProps {
  added: AddedProgram
  firstDayOfWeek: number
}

/** The days that a program was added on, and the way to the schedule, where it can be undone. */
export async function ProgramToast({ added, firstDayOfWeek }: ProgramToastProps) {
  const { entries } = await query(getSchedule)({})
  const t = await getTranslations('schedule')
  const format = await getFormatter()
  const { routineIds } = added
  const days = weekdayNames(format, firstDayOfWeek, 'short').filter(({ dayOfWeek }) =>
    entries.some((entry) => entry.dayOfWeek === dayOfWeek && routineIds.includes(entry.routineId)),
  )
  const names = format.list(
    days.map(({ name }) => name),
    { type: 'unit' },
  )
  const lists = addressOfAdded(added)
  return (
    <Toast>
      <span className="min-w-0">
        {days.length > 0
          ? t('programAdded', { days: names })
          : t('added', { count: routineIds.length })}
      </span>
      <ButtonLink look="toast" size="compact" href={`/schedule?${lists}`}>
        {t('title')}
      </ButtonLink>
    </Toast>
  )
}
