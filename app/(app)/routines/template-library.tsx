import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { SearchBox, SearchFilter } from '@/app/_components/search-box'
import { ButtonLink } from '@/app/_components/ui/button'
import { Card, EmptyState } from '@/app/_components/ui/card'
import { ROUTINE_GOALS, ROUTINE_LEVELS } from '@/lib/domain/plan-kinds'
import { PLAN_GEAR } from '@/lib/domain/program'
import type { PlanCard, PlanSearch } from '@/lib/schemas/program'
import { query } from '@/lib/transport/query'
import { searchPlans } from '@/lib/use-cases/programs/read-programs'
import { PlanFacts } from './plan-facts'
import { plansHref } from './plan-filters'

/** What a phone shows without scrolling far; the rest is one tap away. */
const SHORT_LIST = 12
const LENGTHS = [30, 45, 60, 75] as const
const DAYS = [2, 3, 4, 5, 6] as const

interface TemplateLibraryProps {
  filters: PlanSearch
  /** Shows the whole list instead of its beginning. */
  isAll: boolean
}

/** The built-in programs and single workouts: search, filters, and a short list. */
export async function TemplateLibrary({ filters, isAll }: TemplateLibraryProps) {
  const { plans } = await query(searchPlans)(filters)
  const t = await getTranslations('routines')
  const shown = isAll ? plans : plans.slice(0, SHORT_LIST)
  const isFiltered = Object.values(filters).some(Boolean)
  const groups = [
    { title: t('programs'), plans: shown.filter(({ slug }) => slug !== null) },
    { title: t('singleWorkouts'), plans: shown.filter(({ slug }) => slug === null) },
  ].filter((group) => group.plans.length > 0)
  return (
    <>
      <PlanSearchForm filters={filters} />
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4">
        <p role="status" className="text-[0.8125rem] text-soft">
          {t('plansFound', { count: plans.length })}
        </p>
        {isFiltered && plans.length > 0 ? (
          <Link
            href={plansHref({})}
            className="flex min-h-11 items-center text-sm font-semibold text-accent"
          >
            {t('clearFilters')}
          </Link>
        ) : null}
      </div>
      {plans.length === 0 ? (
        <EmptyState title={t('noPlans')}>
          <ButtonLink look="quiet" href={plansHref({})}>
            {t('clearFilters')}
          </ButtonLink>
        </EmptyState>
      ) : null}
      {groups.map((group) => (
        <section key={group.title} className="flex flex-col gap-2">
          <h2 className="text-lg font-bold">{group.title}</h2>
          <ul className="grid gap-2 sm:grid-cols-2">
            {group.plans.map((plan) => (
              <li key={plan.routineId}>
                <PlanLink plan={plan} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {shown.length < plans.length ? (
        <ButtonLink look="quiet" href={plansHref(filters, true)}>
          {t('showAll', { count: plans.length })}
        </ButtonLink>
      ) : null}
    </>
  )
}

/** One line per fact group, so that a phone shows many programs at once; all of it is the target. */
function PlanLink({ plan }: { plan: PlanCard }) {
  return (
    <Card className="relative flex h-full flex-col gap-0.5 p-3.5 hover:border-faint">
      <h3 className="font-semibold">
        <Link
          href={plan.slug ? `/routines/programs/${plan.slug}` : `/routines/${plan.routineId}`}
          className="after:absolute after:inset-0 after:rounded-card"
        >
          {plan.name}
        </Link>
      </h3>
      <PlanFacts plan={plan} />
    </Card>
  )
}

async function PlanSearchForm({ filters }: { filters: PlanSearch }) {
  const t = await getTranslations('routines')
  return (
    <SearchBox
      path="/routines"
      q={filters.q}
      label={t('searchPlans')}
      hint={t('searchPlans')}
      hidden={[['tab', 'templates']]}
    >
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-5">
        <SearchFilter
          name="level"
          label={t('editor.level')}
          chosen={filters.level}
          any={t('any.level')}
          options={ROUTINE_LEVELS.map((level) => [level, t(`levels.${level}`)])}
        />
        <SearchFilter
          name="days"
          label={t('filters.days')}
          chosen={filters.days?.toString()}
          any={t('any.days')}
          options={DAYS.map((count) => [String(count), t('daysPerWeek', { count })])}
        />
        <SearchFilter
          name="gear"
          label={t('filters.gear')}
          chosen={filters.gear}
          any={t('any.gear')}
          options={PLAN_GEAR.map((gear) => [gear, t(`gear.${gear}`)])}
        />
        <SearchFilter
          name="minutes"
          label={t('filters.minutes')}
          chosen={filters.minutes?.toString()}
          any={t('any.minutes')}
          options={LENGTHS.map((count) => [String(count), t('upTo', { count })])}
        />
        <div className="col-span-2 sm:col-span-1">
          <SearchFilter
            name="goal"
            label={t('editor.goal')}
            chosen={filters.goal}
            any={t('any.goal')}
            options={ROUTINE_GOALS.map((goal) => [goal, t(`goals.${goal}`)])}
          />
        </div>
      </div>
    </SearchBox>
  )
}
