import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type * as z from 'zod'
import { Card } from '@/app/_components/ui/card'
import { ROUTINE_GOALS } from '@/lib/domain/plan-kinds'
import type { templateSummarySchema } from '@/lib/schemas/routine'
import { query } from '@/lib/transport/query'
import { listTemplates } from '@/lib/use-cases/routines/read-routines'
import { cloneRoutineAction } from './actions'
import { RoutineButton } from './routine-button'

type Goal = (typeof ROUTINE_GOALS)[number]

/** The built-in templates by goal; each can be looked at or made one's own. */
export async function TemplateLibrary({ goal }: { goal: Goal | null }) {
  const { templates } = await query(listTemplates)({})
  const t = await getTranslations('routines')
  const goals = ROUTINE_GOALS.filter((name) => templates.some((one) => one.goal === name))
  const chip =
    'flex min-h-11 items-center rounded-full border border-line px-4 text-sm font-semibold text-soft aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:text-accent'
  return (
    <>
      <p className="text-soft">{t('templateHint')}</p>
      <nav aria-label={t('goalFilter')} className="flex flex-wrap gap-2">
        <Link
          href="/routines?tab=templates"
          aria-current={goal ? undefined : 'page'}
          className={chip}
        >
          {t('allGoals')}
        </Link>
        {goals.map((name) => (
          <Link
            key={name}
            href={`/routines?tab=templates&goal=${name}`}
            aria-current={name === goal ? 'page' : undefined}
            className={chip}
          >
            {t(`goals.${name}`)}
          </Link>
        ))}
      </nav>
      {goals
        .filter((name) => !goal || name === goal)
        .map((name) => (
          <section key={name} className="flex flex-col gap-2" aria-labelledby={`goal-${name}`}>
            <h2 id={`goal-${name}`} className="mt-2 text-lg font-bold">
              {t(`goals.${name}`)}
            </h2>
            <ul className="grid gap-2 sm:grid-cols-2">
              {templates
                .filter((template) => template.goal === name)
                .map((template) => (
                  <li key={template.id}>
                    <TemplateCard template={template} />
                  </li>
                ))}
            </ul>
          </section>
        ))}
    </>
  )
}

async function TemplateCard({ template }: { template: z.output<typeof templateSummarySchema> }) {
  const t = await getTranslations('routines')
  const facts = [
    template.level && t(`levels.${template.level}`),
    t('exercises', { count: template.exerciseCount }),
    template.estimatedMinutes && t('minutes', { count: template.estimatedMinutes }),
  ]
  return (
    <Card className="relative flex h-full flex-col gap-2 p-3.5 hover:border-faint">
      <h3 className="font-semibold">
        <Link
          href={`/routines/${template.id}`}
          className="after:absolute after:inset-0 after:rounded-card"
        >
          {template.name}
        </Link>
      </h3>
      <p className="line-clamp-3 text-[0.8125rem] text-soft">{template.description}</p>
      <div className="mt-auto flex items-end justify-between gap-3">
        <p className="text-[0.8125rem] text-soft">{facts.filter(Boolean).join(' · ')}</p>
        <div className="relative">
          <RoutineButton
            action={cloneRoutineAction}
            routineId={template.id}
            look="quiet"
            size="compact"
            aria-label={t('useThisNamed', { name: template.name })}
          >
            {t('useThis')}
          </RoutineButton>
        </div>
      </div>
    </Card>
  )
}
