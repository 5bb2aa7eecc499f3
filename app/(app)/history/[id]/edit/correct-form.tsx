'use client'

import { type MouseEvent, useState } from 'react'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Card } from '@/app/_components/ui/card'
import { SelectField, TextArea, TextField } from '@/app/_components/ui/field'
import { Button } from '@/app/_components/ui/plain-button'
import { selectAll } from '@/app/_components/ui/select-all'
import { StickyBar } from '@/app/_components/ui/sticky-bar'
import type { PublicError } from '@/lib/core/result'
import { correctWorkoutAction } from '../../actions'
import { type AddedSet, CorrectExercise } from './correct-exercise'
import type { CorrectWords } from './correct-words'
import type { EditedExercise } from './edited-exercises'
import type { PastPickerProps } from './past-picker'
import { usePastPicker } from './use-past-picker'

interface Head {
  name: string
  notes: string
  localDate: string
  startTime: string
  workoutLength: string
  feeling: string
  sessionRpe: string
}

interface CorrectFormProps {
  sessionId: string
  head: Head
  /** What ends the workout at its last set, where it ended later, and the duration it has then. */
  endAtLastSet: { label: string; length: string } | null
  exercises: readonly EditedExercise[]
  picking: PastPickerProps['picking']
  feelings: readonly (readonly [value: string, label: string])[]
  words: CorrectWords
}

export function CorrectForm(props: CorrectFormProps) {
  const { sessionId, head, exercises, picking, words } = props
  const present = new Set(exercises.map((each) => each.exerciseId))
  const { open, picker } = usePastPicker({ sessionId, picking, present })
  const [added, setAdded] = useState<Record<string, AddedSet[]>>({})
  const addedTo = ({ id }: EditedExercise) => added[id] ?? []
  const countOf = (exercise: EditedExercise) =>
    exercise.rows.length + exercise.newRows + exercise.spareRows + addedTo(exercise).length
  // Sets are numbered through the whole form: that is what the posted list needs.
  const starts = exercises.map((_, at) =>
    exercises.slice(0, at).reduce((sum, each) => sum + countOf(each), 0),
  )
  return (
    <>
      <ActionForm action={correctWorkoutAction} className="flex flex-col gap-4">
        {({ error, isPending }) => (
          <>
            {/* What Enter in a field presses: the first button of a form. */}
            <button type="submit" tabIndex={-1} aria-hidden className="sr-only" />
            <input type="hidden" name="sessionId" value={sessionId} />
            <HeadFields {...{ ...props, error }} />
            {exercises.map((exercise, at) => (
              <CorrectExercise
                key={exercise.id}
                {...{ exercise, at, error, words }}
                count={exercises.length}
                start={starts[at] ?? 0}
                added={addedTo(exercise)}
                setAdded={(sets) => setAdded({ ...added, [exercise.id]: sets })}
              />
            ))}
            <Button
              look="quiet"
              name="isAddingExercise"
              value="on"
              disabled={isPending}
              onClick={open}
            >
              {words.saveAndAdd}
            </Button>
            <TextArea
              label={words.workoutNotes}
              name="notes"
              error={error}
              defaultValue={head.notes}
              maxLength={2000}
            />
            <StickyBar>
              <Button className="w-full" disabled={isPending}>
                {words.save}
              </Button>
            </StickyBar>
          </>
        )}
      </ActionForm>
      {picker}
    </>
  )
}

/** Puts the duration into its field, since other fields may be mended still. Without a script the button saves. */
function fillLength(event: MouseEvent<HTMLButtonElement>, length: string) {
  const field = event.currentTarget.form?.elements.namedItem('workoutLength')
  if (!(field instanceof HTMLInputElement)) return
  event.preventDefault()
  field.value = length
}

/** Two fields side by side share the lines of label, field, hint and error, so that they stand level. */
const LEVEL_PAIR =
  'grid grid-cols-1 gap-3 min-[22.5rem]:grid-cols-2 min-[22.5rem]:gap-y-1.5 min-[22.5rem]:*:row-span-4 min-[22.5rem]:*:grid min-[22.5rem]:*:grid-rows-subgrid min-[22.5rem]:[&_label]:self-end'

/** Name, day, start, how long it took and how it was. */
function HeadFields({
  head,
  endAtLastSet,
  feelings,
  words,
  error,
}: CorrectFormProps & { error: PublicError | null }) {
  const text = (name: keyof Head) => ({ name, error, defaultValue: head[name] })
  return (
    <Card className="flex flex-col gap-3 p-4">
      <TextField label={words.correctName} {...text('name')} maxLength={100} />
      <div className="grid grid-cols-1 gap-3 min-[22.5rem]:grid-cols-2 sm:grid-cols-3">
        <div className="max-sm:col-span-full">
          <TextField type="date" label={words.correctDate} {...text('localDate')} required />
        </div>
        <TextField type="time" label={words.correctStart} {...text('startTime')} required />
        <TextField
          label={words.correctLength}
          hint={words.correctLengthHint}
          {...text('workoutLength')}
          inputMode="text"
          onFocus={selectAll}
          autoComplete="off"
        />
      </div>
      {error?.key === 'endsBeforeLastSet' ? (
        <Button look="quiet" name="isShortMeant" value="on" className="self-start">
          {words.shortMeant}
        </Button>
      ) : null}
      {endAtLastSet ? (
        <Button
          look="quiet"
          name="isEndedAtLastSet"
          value="on"
          className="self-start"
          onClick={(event) => fillLength(event, endAtLastSet.length)}
        >
          {endAtLastSet.label}
        </Button>
      ) : null}
      <div className={LEVEL_PAIR}>
        <SelectField
          label={words.correctFeeling}
          {...text('feeling')}
          options={[['', words.notSaid], ...feelings]}
        />
        <TextField
          label={words.sessionRpe}
          hint={words.sessionRpeHint}
          {...text('sessionRpe')}
          inputMode="decimal"
          onFocus={selectAll}
        />
      </div>
    </Card>
  )
}
