import { ChevronLeft } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import * as z from 'zod'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button, ButtonLink } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { JumpLinks } from '@/app/_components/ui/jump-links'
import { requireAuth } from '@/lib/auth/guards'
import { CURVE_RANGES } from '@/lib/schemas/exercise-history'
import type { ExerciseDetail } from '@/lib/schemas/exercise-library'
import { idSchema } from '@/lib/schemas/text'
import { query } from '@/lib/transport/query'
import { getExerciseHistory } from '@/lib/use-cases/exercises/exercise-history'
import { archiveExerciseAction, restoreExerciseAction } from '../actions'
import { readExercise } from '../read-exercise'
import { BestSets, ExerciseCurves, LastTimes } from './exercise-past'
import { HowTo } from './how-to'
import { NoteForm } from './note-form'

type Props = PageProps<'/exercises/[id]'>

const addressSchema = z.object({
  range: z.enum(CURVE_RANGES).catch('365'),
  /** The workout that the page was opened from. */
  workout: idSchema.optional().catch(undefined),
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await readExercise({ exerciseId: (await params).id })
  return { title: name }
}

export default async function ExercisePage({ params, searchParams }: Props) {
  const exercise = await readExercise({ exerciseId: (await params).id })
  const { range, workout } = addressSchema.parse(await searchParams)
  const actor = await requireAuth()
  const history = await query(getExerciseHistory)({ exerciseId: exercise.id, range })
  const t = await getTranslations('exercises')
  const train = await getTranslations('train')
  const progress = await getTranslations('progress.exercise')
  const tags = [
    t(`categories.${exercise.category}`),
    ...(exercise.isCustom ? [t('own')] : []),
    ...(exercise.isArchived ? [t('archived')] : []),
  ]
  const past = { exercise, history, actor }
  const isKnown = history.lastTimes.length > 0
  return (
    <article className="mx-auto flex max-w-2xl flex-col gap-4 xl:max-w-5xl">
      <header className="flex flex-col gap-1">
        {workout ? (
          <a
            href={`/workout/${workout}`}
            className="flex min-h-11 items-center gap-1 self-start pr-3 font-semibold text-accent"
          >
            <ChevronLeft aria-hidden size={20} />
            {train('mini.back')}
          </a>
        ) : null}
        <p className="text-sm font-semibold text-soft">{tags.join(' · ')}</p>
        <h1 className="text-2xl font-bold wrap-anywhere">{exercise.name}</h1>
        {exercise.aliases.length > 0 ? (
          <p className="text-sm text-soft">
            {t('alsoKnownAs', { names: exercise.aliases.slice(0, 5).join(', ') })}
          </p>
        ) : null}
        {isKnown ? (
          // Curves come first, and between two sets people look for something else.
          <JumpLinks
            className="xl:hidden"
            to={[
              ['last-times', progress('lastTimes')],
              ...(exercise.instructions.length > 0 ? [['how-to', t('instructions')] as const] : []),
            ]}
          />
        ) : null}
      </header>
      <div className="grid items-start gap-4 xl:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-4">
          {isKnown ? (
            <>
              <ExerciseCurves {...past} />
              <LastTimes {...past} />
            </>
          ) : (
            <>
              <HowTo exercise={exercise} />
              <Card className="p-4 text-soft">{progress('never')}</Card>
            </>
          )}
          <Card className="p-4">
            <NoteForm
              exerciseId={exercise.id}
              note={history.note}
              words={{
                label: progress('note'),
                hint: progress('noteHint'),
                save: progress('saveNote'),
                saved: progress('noteSaved'),
              }}
            />
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {history.records.length > 0 ? <BestSets {...past} /> : null}
          {isKnown ? <HowTo exercise={exercise} /> : null}
          <Facts exercise={exercise} />
          {exercise.isCustom ? <OwnExercise exercise={exercise} /> : null}
        </div>
      </div>
    </article>
  )
}

async function Facts({ exercise }: { exercise: ExerciseDetail }) {
  const t = await getTranslations('exercises')
  const facts = [
    [t('primaryMuscles'), exercise.primaryMuscles.map((muscle) => t(`muscles.${muscle}`))],
    [t('secondaryMuscles'), exercise.secondaryMuscles.map((muscle) => t(`muscles.${muscle}`))],
    [t('equipmentLabel'), exercise.equipment.map((item) => t(`equipment.${item}`))],
    [
      t('tracking'),
      [
        t(`trackingKinds.${exercise.tracking}`),
        ...(exercise.isUnilateral ? [t('unilateral')] : []),
      ],
    ],
  ] as const
  return (
    <Card>
      <dl className="divide-y divide-line">
        {facts
          .filter(([, values]) => values.length > 0)
          .map(([label, values]) => (
            <div
              key={label}
              className="flex justify-between gap-4 px-4 py-3 narrow:flex-col narrow:gap-1"
            >
              <dt className="shrink-0 text-soft">{label}</dt>
              <dd className="text-right font-medium narrow:text-left">{values.join(', ')}</dd>
            </div>
          ))}
      </dl>
    </Card>
  )
}

async function OwnExercise({ exercise }: { exercise: ExerciseDetail }) {
  const t = await getTranslations('exercises')
  const [action, label] = exercise.isArchived
    ? ([restoreExerciseAction, t('restore')] as const)
    : ([archiveExerciseAction, t('archive')] as const)
  return (
    <section className="flex flex-col gap-2">
      <div className="flex flex-wrap items-start gap-3">
        <ButtonLink look="quiet" href={`/exercises/${exercise.id}/edit`}>
          {t('edit')}
        </ButtonLink>
        <ActionForm action={action} className="flex flex-col gap-3">
          <input type="hidden" name="exerciseId" value={exercise.id} />
          <Button look="quiet">{label}</Button>
        </ActionForm>
      </div>
      {exercise.isArchived ? null : (
        <p className="text-[0.8125rem] text-soft">{t('archiveHint')}</p>
      )}
    </section>
  )
}
