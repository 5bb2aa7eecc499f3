import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { HeatMap } from '@/app/_components/charts/heat-map'
import { dayText, hourText } from '@/app/_components/day-text'
import { DiscardedWorkouts } from '@/app/_components/discarded-workouts'
import { PlannedCard } from '@/app/_components/planned-card'
import { RunningCard } from '@/app/_components/running-card'
import { SessionCard } from '@/app/_components/session-card'
import { ButtonLink } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { Figures } from '@/app/_components/ui/figures'
import { requireAuth } from '@/lib/auth/guards'
import type { Actor } from '@/lib/core/actor'
import { localDate } from '@/lib/domain/local-date'
import { shownWeight } from '@/lib/domain/weight-text'
import { addedInAddressSchema } from '@/lib/schemas/program'
import { query } from '@/lib/transport/query'
import { getDashboard } from '@/lib/use-cases/dashboard/get-dashboard'
import { LatestRecords } from './latest-records'
import { ProgramToast } from './program-toast'

export async function generateMetadata() {
  return { title: (await getTranslations('dashboard'))('title') }
}

/** Whether the calendar has a new day already, while the person's day still goes on. */
const isBeforeCutoff = ({ timeZone }: Actor, today: string): boolean =>
  localDate({ instant: new Date(), timeZone, dayCutoffHour: 0 }) > today

/** Today: carry on, or start what is planned; then the week, the last workout and what comes next. */
export default async function DashboardPage({ searchParams }: PageProps<'/dashboard'>) {
  const actor = await requireAuth()
  const added = addedInAddressSchema.safeParse(await searchParams)
  const dashboard = await query(getDashboard)({})
  const { today, running, next, last, week, weeksInARow } = dashboard
  // What goes on already is not offered a second time.
  const planned = dashboard.planned.filter(({ routineId }) => routineId !== running?.routineId)
  const t = await getTranslations('dashboard')
  const train = await getTranslations('workout')
  const terms = await getTranslations('common.terms')
  const format = await getFormatter()
  const open = planned.filter((entry) => !entry.isDone)
  const [upNext] = open
  // A person with a schedule has chosen already, even before the first workout.
  const isNew = last === null && next === null
  const headline = upNext
    ? t('isNext', { name: upNext.name })
    : running || planned.length === 0
      ? t('hello', { name: actor.name })
      : t('allDone')
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-3 xl:max-w-none">
      <header className="mb-1">
        <p className="text-xs font-semibold text-soft">
          {isBeforeCutoff(actor, today)
            ? t('dayUntil', {
                day: dayText(format, today, 'long'),
                time: hourText(format, actor.dayCutoffHour),
              })
            : dayText(format, today, 'long')}
        </p>
        <h1 className="text-[1.375rem] font-bold">{headline}</h1>
      </header>
      {added.success ? (
        <ProgramToast added={added.data} firstDayOfWeek={actor.firstDayOfWeek} />
      ) : null}
      <div className={`grid items-start gap-3 ${last ? 'xl:grid-cols-2' : ''}`}>
        <div className="flex min-w-0 flex-col gap-3">
          {running ? <RunningCard running={running} actor={actor} /> : null}
          <DiscardedWorkouts />
          {planned.map((entry) => (
            <PlannedCard
              key={`${entry.routineId}-${entry.time}`}
              entry={entry}
              when={t('plannedToday')}
              isFirst={!running && entry === upNext}
            />
          ))}
          {isNew && planned.length === 0 && !running ? (
            <Card className="flex flex-col gap-3 p-4">
              <h2 className="text-[1.1875rem] font-bold">{t('firstTitle')}</h2>
              <p className="text-soft">{t('firstBody')}</p>
              <ButtonLink href="/routines?tab=templates">{t('browse')}</ButtonLink>
              <ButtonLink look="quiet" href="/routines/new">
                {t('build')}
              </ButtonLink>
              <ButtonLink look="quiet" href="/workout">
                {train('startEmpty')}
              </ButtonLink>
            </Card>
          ) : null}
          {!isNew && dashboard.planned.length === 0 ? (
            <Card className="flex flex-col gap-3 p-4">
              <p>{t('nothingPlanned')}</p>
              <ButtonLink look={running ? 'quiet' : 'primary'} href="/workout">
                {t('startOther')}
              </ButtonLink>
              {week.planned === 0 ? (
                <ButtonLink look="quiet" href="/schedule">
                  {t('makeSchedule')}
                </ButtonLink>
              ) : null}
            </Card>
          ) : null}
          {last ? (
            <>
              <Figures
                className="sm:grid-cols-3"
                figures={[
                  {
                    label: t('week'),
                    value: format.number(week.done),
                    unit:
                      week.planned >= week.done && week.planned > 0
                        ? t('ofPlanned', { planned: week.planned })
                        : t('workouts', { count: week.done }),
                  },
                  {
                    label: t('volume'),
                    explanation: terms('volume'),
                    value: format.number(
                      shownWeight(week.volumeKg, { unit: actor.weightUnit, what: 'volume' }),
                    ),
                    unit: actor.weightUnit,
                  },
                  {
                    label: t('streak'),
                    value: format.number(weeksInARow),
                    unit: t('weeksInARow', { count: weeksInARow }),
                  },
                ]}
              />
              <section className="flex flex-col gap-2" aria-labelledby="last">
                <h2 id="last" className="mt-2 text-sm font-semibold text-soft">
                  {t('last')}
                </h2>
                <SessionCard session={last} actor={actor} isShort />
              </section>
            </>
          ) : null}
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <LatestRecords records={dashboard.records} actor={actor} />
          {next ? (
            <Card className="hover:bg-ground">
              <Link href={`/routines/${next.routineId}`} className="block p-4">
                <span className="block text-xs font-semibold text-soft">{t('next')}</span>
                <span className="font-semibold">
                  {t('nextOn', {
                    name: next.name,
                    day: dayText(format, next.date, 'long'),
                  })}
                </span>
              </Link>
            </Card>
          ) : null}
          {last === null && actor.role === 'coach' ? <CoachNote /> : null}
        </div>
      </div>
      {last ? (
        <Card className="p-4">
          <HeatMap
            title={t('year')}
            from={dashboard.year.from}
            to={today}
            firstDayOfWeek={actor.firstDayOfWeek}
            days={dashboard.year.days.map(({ date, setCount }) => ({ date, value: setCount }))}
            describe={(_, sets) => t('daySets', { sets })}
          />
        </Card>
      ) : null}
    </div>
  )
}

/** What a coach can do until there is a workspace for coaching. */
async function CoachNote() {
  const t = await getTranslations('dashboard')
  return (
    <Card className="flex flex-col gap-3 p-4">
      <h2 className="text-[1.1875rem] font-bold">{t('coachTitle')}</h2>
      <p className="text-soft">{t('coachBody')}</p>
      <ButtonLink look="quiet" href="/organizations">
        {t('coachGym')}
      </ButtonLink>
    </Card>
  )
}
