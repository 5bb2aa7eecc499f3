import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { requireAuth } from '@/lib/auth/guards'
import { alternates, usualDays } from '@/lib/domain/program'
import type { Program } from '@/lib/schemas/program'
import { query } from '@/lib/transport/query'
import { getProgram } from '@/lib/use-cases/programs/read-programs'
import { getSchedule } from '@/lib/use-cases/schedule/schedule'
import { weekdayNames } from '../../../schedule/weekday-names'
import { PlanFacts } from '../../plan-facts'
import { AddProgramForm } from './add-program-form'

const read = query(getProgram)

export async function generateMetadata({ params }: PageProps<'/routines/programs/[slug]'>) {
  return { title: (await read({ slug: (await params).slug })).name }
}

/** A program: its days, how it progresses, and the form that adds it to the schedule. */
export default async function ProgramPage({ params }: PageProps<'/routines/programs/[slug]'>) {
  const { firstDayOfWeek } = await requireAuth()
  const program = await read({ slug: (await params).slug })
  const { entries } = await query(getSchedule)({})
  const t = await getTranslations('routines.program')
  const format = await getFormatter()
  const usual = usualDays(program.week.length)
  const days = weekdayNames(format, firstDayOfWeek).map(({ dayOfWeek, name }) => ({
    dayOfWeek,
    name,
    isUsual: usual.includes(dayOfWeek),
    planned: entries
      .filter((entry) => entry.dayOfWeek === dayOfWeek && entry.isActive)
      .map((entry) => entry.name),
  }))
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4">
      <Link
        href="/routines?tab=templates"
        className="flex min-h-11 items-center gap-1 self-start text-sm font-semibold text-accent"
      >
        <ChevronLeft aria-hidden size={16} />
        {t('allPrograms')}
      </Link>
      <header className="flex flex-col gap-1">
        <h1 className="text-[1.375rem] font-bold break-words">{program.name}</h1>
        <PlanFacts plan={{ ...program, daysPerWeek: program.week.length }} />
        <p className="mt-1">{program.description}</p>
      </header>
      <AddProgramForm
        slug={program.slug}
        days={days}
        words={{
          title: t('pickDays'),
          hint: t('pickDaysHint', { count: program.week.length }),
          pause: t('pauseOthers'),
          turns: alternates(program.week)
            ? t('takeTurns', { week: weekOf(program), next: weekAfter(program) })
            : null,
          add: t('add'),
        }}
      />
      <section className="flex flex-col gap-2">
        <h2 className="text-lg font-bold">{t('progression')}</h2>
        <p>{program.progression}</p>
      </section>
      <Days program={program} />
    </div>
  )
}

/** The workouts of a week in their order. */
const weekOf = ({ week, days }: Program, places = week): string =>
  places.map((place) => days[place]?.name).join(' → ')

/** The week after, where two workouts take turns. */
const weekAfter = (program: Program): string =>
  weekOf(
    program,
    program.week.map((place) => 1 - place),
  )

async function Days({ program }: { program: Program }) {
  const t = await getTranslations('routines')
  const format = await getFormatter()
  const setsText = ({ count, text }: { count: number; text: string }) =>
    // No line ends within "5 × 5", where it would read as two things.
    text ? `${count}\u00a0×\u00a0${text}` : t('setCount', { count })
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-lg font-bold">{t('program.workouts')}</h2>
      <div className="text-[0.8125rem] text-soft">
        {program.days.length > 1 ? (
          <p>
            {t(alternates(program.week) ? 'program.firstWeek' : 'program.week', {
              week: weekOf(program),
            })}
          </p>
        ) : null}
        {program.level === 'beginner' ? <p>{t('program.setsExplained')}</p> : null}
      </div>
      <ol className="flex flex-col gap-2">
        {program.days.map((day) => (
          <li key={day.routineId}>
            <Card className="relative p-3.5 hover:border-faint">
              <h3 className="font-semibold">
                <Link
                  href={`/routines/${day.routineId}?program=${program.slug}`}
                  className="after:absolute after:inset-0 after:rounded-card"
                >
                  {day.name}
                </Link>
              </h3>
              {day.minutes ? (
                <p className="text-[0.8125rem] text-soft">{t('minutes', { count: day.minutes })}</p>
              ) : null}
              <ul className="mt-1 text-sm">
                {day.exercises.map((exercise, at) => {
                  // An exercise may come twice in a workout: only its place tells it apart.
                  const place = `${at}`
                  return (
                    <li key={place} className="flex items-center justify-between gap-3">
                      <Link
                        href={`/exercises/${exercise.exerciseId}`}
                        className="relative flex min-h-11 min-w-11 items-center underline decoration-line underline-offset-4 wrap-anywhere hover:decoration-ink"
                      >
                        {exercise.name}
                      </Link>
                      <span className="fig text-right text-base text-soft">
                        {format.list(exercise.sets.map(setsText), { type: 'unit' })}
                      </span>
                    </li>
                  )
                })}
              </ul>
            </Card>
          </li>
        ))}
      </ol>
    </section>
  )
}
