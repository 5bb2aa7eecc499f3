import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/app/_components/ui/button'
import { EmptyState } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { requireAuth } from '@/lib/auth/guards'
import { findGymPlaces } from '@/lib/auth/session'
import { hasRule } from '@/lib/domain/has-rule'
import { hasGymRight } from '@/lib/policies/gym-rights'
import type { Routine } from '@/lib/schemas/routine'
import { query } from '@/lib/transport/query'
import { getRoutine } from '@/lib/use-cases/routines/read-routines'
import { getNextWorkout } from '@/lib/use-cases/workouts/next-workout'
import { startWorkoutAction } from '../../workout/actions'
import {
  archiveRoutineAction,
  cloneRoutineAction,
  deleteRoutineAction,
  unarchiveRoutineAction,
} from '../actions'
import { RoutineButton } from '../routine-button'
import { BlockCard } from './block-card'

const read = query(getRoutine)

export async function generateMetadata({ params }: PageProps<'/routines/[id]'>) {
  return { title: (await read({ routineId: (await params).id })).name }
}

/** A routine or template with everything it asks for, and what can be done with it. */
export default async function RoutinePage({ params, searchParams }: PageProps<'/routines/[id]'>) {
  const { id } = await params
  const { saved, copied, program } = await searchParams
  const actor = await requireAuth()
  const routine = await read({ routineId: id })
  const t = await getTranslations('routines')
  const isEmpty = routine.blocks.every((block) => block.exercises.length === 0)
  // Without a progression rule the next workout has the sets that the routine lists.
  const next = hasRule(routine) ? (await query(getNextWorkout)({ routineId: id })).lines : []
  const before = (index: number) =>
    routine.blocks.slice(0, index).flatMap(({ exercises }) => exercises).length
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4">
      {typeof program === 'string' ? (
        <Link
          href={`/routines/programs/${encodeURIComponent(program)}`}
          className="flex min-h-11 items-center gap-1 self-start text-sm font-semibold text-accent"
        >
          <ChevronLeft aria-hidden size={16} />
          {t('program.back')}
        </Link>
      ) : null}
      <Head routine={routine} />
      {saved ? <Notice tone="good">{t('saved')}</Notice> : null}
      {copied ? <Notice tone="good">{t(routine.gym ? 'copiedToGym' : 'copied')}</Notice> : null}
      {routine.isArchived ? <Notice tone="plain">{t('isArchived')}</Notice> : null}
      <div className="flex flex-wrap gap-2">
        {isEmpty || routine.isArchived ? null : (
          <RoutineButton action={startWorkoutAction} routineId={id}>
            {t('startWorkout')}
          </RoutineButton>
        )}
        {routine.isEditable ? (
          <ButtonLink look={isEmpty ? 'primary' : 'quiet'} href={`/routines/${id}/edit`}>
            {t('edit')}
          </ButtonLink>
        ) : (
          <RoutineButton look="quiet" action={cloneRoutineAction} routineId={id}>
            {t('useThis')}
          </RoutineButton>
        )}
      </div>
      {isEmpty ? <EmptyState title={t('draft')} /> : null}
      {routine.blocks.map((block, index) => {
        const place = `block-${index}`
        return <BlockCard key={place} {...{ block, actor }} next={next.slice(before(index))} />
      })}
      {routine.isEditable ? <OwnerActions routine={routine} /> : null}
    </div>
  )
}

async function Head({ routine }: { routine: Routine }) {
  const t = await getTranslations('routines')
  const format = await getFormatter()
  const facts = [
    routine.goal && t(`goals.${routine.goal}`),
    routine.level && t(`levels.${routine.level}`),
    routine.estimatedMinutes && t('minutes', { count: routine.estimatedMinutes }),
    routine.tags.length > 0 && format.list(routine.tags, { type: 'unit' }),
  ]
  return (
    <header className="flex gap-3">
      {routine.color ? (
        <span
          aria-hidden
          className="w-1.5 flex-none rounded-full"
          style={{ background: routine.color }}
        />
      ) : null}
      <div className="min-w-0">
        {routine.gym ? (
          <p className="text-[0.8125rem] font-semibold">
            <Link
              href={`/organizations/${routine.gym.slug}/routines`}
              className="inline-flex min-h-6 items-center wrap-anywhere text-accent underline underline-offset-4"
            >
              {t('ofGym', { gym: routine.gym.name })}
            </Link>
          </p>
        ) : null}
        <h1 className="text-[1.375rem] font-bold break-words">{routine.name}</h1>
        <p className="text-[0.8125rem] text-soft">{facts.filter(Boolean).join(' · ')}</p>
        {routine.description ? (
          <p className="mt-1 whitespace-pre-line">{routine.description}</p>
        ) : null}
      </div>
    </header>
  )
}

async function OwnerActions({ routine }: { routine: Routine }) {
  const t = await getTranslations('routines')
  const { active } = await findGymPlaces()
  const quiet = { look: 'quiet', size: 'compact', routineId: routine.id } as const
  const isForGym = !routine.gym && active && hasGymRight(active.role, 'routine:write')
  return (
    <div className="flex flex-wrap gap-2 border-t border-line pt-4">
      <RoutineButton action={cloneRoutineAction} {...quiet}>
        {t(routine.gym ? 'toMine' : 'clone')}
      </RoutineButton>
      {isForGym ? (
        <RoutineButton
          action={cloneRoutineAction}
          {...quiet}
          gymId={active.id}
          className="wrap-anywhere whitespace-normal"
        >
          {t('toGym', { gym: active.name })}
        </RoutineButton>
      ) : null}
      {routine.isArchived ? (
        <RoutineButton action={unarchiveRoutineAction} {...quiet}>
          {t('unarchive')}
        </RoutineButton>
      ) : (
        <RoutineButton action={archiveRoutineAction} {...quiet}>
          {t('archive')}
        </RoutineButton>
      )}
      <RoutineButton action={deleteRoutineAction} {...quiet} look="danger">
        {t('delete')}
      </RoutineButton>
    </div>
  )
}
