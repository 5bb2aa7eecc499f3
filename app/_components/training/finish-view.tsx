'use client'

import { useActionState, useState } from 'react'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Card } from '@/app/_components/ui/card'
import { ChoiceField, TextArea, TextField } from '@/app/_components/ui/field'
import { Notice } from '@/app/_components/ui/notice'
import { Button } from '@/app/_components/ui/plain-button'
import { completeWorkoutAction, discardWorkoutAction } from '@/app/(app)/workout/actions'
import { SESSION_FEELINGS } from '@/lib/domain/feelings'
import { formatDuration } from '@/lib/domain/typed-number'
import { parseTypedSet } from '@/lib/domain/typed-set'
import { FinishFigures } from './finish-figures'
import { useSharedTraining } from './training-context'
import { TrainingLink } from './training-link'
import { say } from './words'

/** By how many sets would be removed. */
const COUNTED = ['none', 'one'] as const

/** What is done, what is not, a word about it: then the workout is finished, with or without a network. */
export function FinishView() {
  const { document, words, link } = useSharedTraining()
  const { train } = words
  const { training } = document
  const sets = training.exercises.flatMap((exercise) =>
    exercise.deletedAt ? [] : exercise.sets.filter((set) => set.deletedAt === null),
  )
  const done = sets.filter((set) => set.isCompleted).length
  const left = sets.length - done
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-4">
      <h1 className="text-[1.375rem] font-bold">{say(train.end.title, { name: training.name })}</h1>
      {done === 0 ? (
        <Notice tone="watch">{train.end.nothing}</Notice>
      ) : (
        <Card className="flex flex-col gap-4 p-4">
          <Summary done={done} left={left} />
          <FinishFigures />
          <FinishForm />
        </Card>
      )}
      <TrainingLink view="workout" look="quiet">
        {train.back}
      </TrainingLink>
      <details className="rounded-card border border-line p-4">
        <summary className="font-semibold text-bad">{train.discard.open}</summary>
        <div className="mt-3 flex flex-col gap-3">
          <p className="wrap-anywhere">
            {say(train.discard[COUNTED[done] ?? 'other'], { name: training.name, count: done })}
          </p>
          {link === 'offline' ? (
            <p className="text-sm text-soft">{train.discard.offline}</p>
          ) : (
            <ActionForm action={discardWorkoutAction}>
              <input type="hidden" name="sessionId" value={training.id} />
              <Button look="danger">{train.discard.yes}</Button>
            </ActionForm>
          )}
        </div>
      </details>
    </div>
  )
}

function Summary({ done, left }: { done: number; left: number }) {
  const { document, words } = useSharedTraining()
  const { end } = words.train
  const seconds = (Date.now() - Date.parse(document.training.startedAt)) / 1000
  const time = formatDuration(Math.max(0, seconds))
  return (
    <p suppressHydrationWarning>
      {say(done === 1 ? end.one : end.other, { count: done, time })}{' '}
      {left > 0 ? say(left === 1 ? end.leftOne : end.leftOther, { count: left }) : null}
    </p>
  )
}

function FinishForm() {
  const { document, words, dispatch, go } = useSharedTraining()
  const { train } = words
  const [posted, action] = useActionState(completeWorkoutAction, null)
  const [effortIssue, setEffortIssue] = useState(false)
  const error = posted?.[0] ?? (effortIssue ? wrong(train.end.effortWrong) : null)
  return (
    <form
      action={action}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        const about = { tracking: 'reps', weightUnit: 'kg', distanceUnit: 'km' } as const
        const { values, issues } = parseTypedSet({ rpe: String(form.get('sessionRpe')) }, about)
        setEffortIssue(issues.rpe !== undefined)
        if (issues.rpe) return
        const feeling = SESSION_FEELINGS.find((each) => each === form.get('feeling')) ?? null
        const notes = String(form.get('notes')).trim()
        const said = { notes, feeling, sessionRpe: values.rpe, isEndedAtLastSet: false }
        const outcome = dispatch({ type: 'finish', ...said })
        if (outcome.kind === 'applied') go({ view: 'finish' })
      }}
    >
      <input type="hidden" name="sessionId" value={document.training.id} />
      <ChoiceField
        label={train.end.feeling}
        name="feeling"
        error={error}
        options={SESSION_FEELINGS.map((value) => ({ value, label: train.feelings[value] }))}
      />
      <TextField label={train.end.effort} name="sessionRpe" error={error} inputMode="decimal" />
      <TextArea label={train.end.notes} name="notes" error={error} maxLength={2000} />
      <Button>{train.end.now}</Button>
    </form>
  )
}

const wrong = (message: string) => ({
  ...{ code: 'validation' as const, key: 'validation', message },
  fields: { sessionRpe: [message] },
})
