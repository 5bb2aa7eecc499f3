'use client'

import { ActionForm, type FormAction } from '@/app/_components/ui/action-form'
import { Button, ButtonLink } from '@/app/_components/ui/button'
import { CheckboxGroup, type Choice } from '@/app/_components/ui/checkbox-group'
import { SelectField, TextArea, TextField } from '@/app/_components/ui/field'
import type { PublicError } from '@/lib/core/result'
import type { ExerciseDetail } from '@/lib/schemas/exercise-library'

interface ExerciseFormWords {
  name: string
  tracking: string
  trackingFixed: string
  category: string
  primaryMuscles: string
  secondaryMuscles: string
  equipment: string
  unilateral: string
  instructions: string
  instructionsHint: string
  description: string
  descriptionHint: string
  videoUrl: string
  videoUrlHint: string
  submit: string
  cancel: string
}

interface ExerciseFormProps {
  action: FormAction<{ exerciseId: string }>
  /** The exercise as it is; left out for a new one. */
  exercise?: ExerciseDetail
  /** What a new one is called to begin with, as it was searched for. */
  name?: string
  words: ExerciseFormWords
  choices: Record<'tracking' | 'category' | 'muscles' | 'equipment', readonly Choice[]>
  cancelHref: string
}

/** The facts of an own exercise, new or there already. */
export function ExerciseForm(props: ExerciseFormProps) {
  const { action, exercise, name, words, choices, cancelHref } = props
  return (
    <ActionForm action={action} className="flex flex-col gap-5">
      {({ error: answer, isPending }) => {
        const error = atField(answer)
        const isFixed = exercise?.hasHistory ?? false
        return (
          <>
            {exercise ? <input type="hidden" name="exerciseId" value={exercise.id} /> : null}
            <TextField
              label={words.name}
              name="name"
              error={error}
              defaultValue={exercise?.name ?? name}
              required
              maxLength={100}
              autoComplete="off"
            />
            <div className="grid gap-5 sm:grid-cols-2">
              <SelectField
                label={words.tracking}
                name="tracking"
                error={error}
                defaultValue={exercise?.tracking ?? 'weight_reps'}
                options={
                  isFixed
                    ? choices.tracking.filter(([kind]) => kind === exercise?.tracking)
                    : choices.tracking
                }
                hint={isFixed ? words.trackingFixed : undefined}
              />
              <SelectField
                label={words.category}
                name="category"
                error={error}
                defaultValue={exercise?.category ?? 'strength'}
                options={choices.category}
              />
            </div>
            <CheckboxGroup
              label={words.primaryMuscles}
              name="primaryMuscles"
              chosen={chosen(error, 'primaryMuscles', exercise?.primaryMuscles)}
              choices={choices.muscles}
            />
            <CheckboxGroup
              label={words.secondaryMuscles}
              name="secondaryMuscles"
              chosen={chosen(error, 'secondaryMuscles', exercise?.secondaryMuscles)}
              choices={choices.muscles}
            />
            <CheckboxGroup
              label={words.equipment}
              name="equipment"
              chosen={chosen(error, 'equipment', exercise?.equipment)}
              choices={choices.equipment}
            />
            <label className="flex min-h-12 items-center gap-3 font-medium">
              <input
                type="checkbox"
                name="isUnilateral"
                defaultChecked={
                  error?.values ? 'isUnilateral' in error.values : exercise?.isUnilateral
                }
                className="size-5 accent-accent"
              />
              {words.unilateral}
            </label>
            <TextArea
              label={words.description}
              name="description"
              error={error}
              hint={words.descriptionHint}
              defaultValue={exercise?.description}
              maxLength={500}
            />
            <TextArea
              label={words.instructions}
              name="instructions"
              error={error}
              hint={words.instructionsHint}
              defaultValue={exercise?.instructions.join('\n')}
              rows={6}
              maxLength={3000}
            />
            <TextField
              label={words.videoUrl}
              name="videoUrl"
              error={error}
              hint={words.videoUrlHint}
              defaultValue={exercise?.videoUrl ?? ''}
              inputMode="url"
              placeholder="https://"
              maxLength={500}
              autoComplete="off"
              autoCapitalize="none"
            />
            <div className="flex flex-wrap gap-3">
              <Button aria-disabled={isPending}>{words.submit}</Button>
              <ButtonLink look="quiet" href={cancelHref}>
                {words.cancel}
              </ButtonLink>
            </div>
          </>
        )
      }}
    </ActionForm>
  )
}

/** A name that is taken belongs to its field. */
const atField = (error: PublicError | null): PublicError | null =>
  error?.key === 'exerciseExists' ? { ...error, fields: { name: [error.message] } } : error

/** What was ticked in the last post, which leaves out a group without any; else what is stored. */
const chosen = (error: PublicError | null, name: string, stored: readonly string[] = []) =>
  error?.values ? (error.values[name]?.split('\n') ?? []) : stored
