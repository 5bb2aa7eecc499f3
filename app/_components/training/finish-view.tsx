'use client'

import { useActionState, useState } from 'react'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Card } from '@/app/_components/ui/card'
import { Dock } from '@/app/_components/ui/dock'
import { TextArea, TextField } from '@/app/_components/ui/field'
import { Notice } from '@/app/_components/ui/notice'
import { Button } from '@/app/_components/ui/plain-button'
import { completeWorkoutAction, discardWorkoutAction } from '@/app/(app)/workout/actions'
import type { PublicError } from '@/lib/core/result'
import { SESSION_FEELINGS } from '@/lib/domain/feelings'
import { presentExercises, presentSets } from '@/lib/domain/training/training'
import { parseTypedSet } from '@/lib/domain/typed-set'
import { Faces } from './faces'
import { FinishFigures } from './finish-figures'
import { STROKE } from './stroke'
import { useSharedTraining } from './training-context'
import { TrainingLink } from './training-link'
import { say } from './words'

/** By how many sets would be removed. */
const COUNTED = ['none', 'one'] as const
const FORM = 'finish'

/** What is done, what is not, a word about it: then the workout is finished, with or without a network. */
export function FinishView() {
  const { document, words } = useSharedTraining()
  const { train } = words
  const sets = presentExercises(document.training).flatMap(presentSets)
  const done = sets.filter((set) => set.isCompleted).length
  return (
    <div className="-mx-2 flex max-w-xl flex-col gap-2.5 pb-12 sm:mx-auto">
      <header className="relative z-10 flex items-center gap-x-1 narrow:flex-wrap">
        <TrainingLink view="workout" aria-label={train.back} className="rounded-control p-2.5">
          <svg viewBox="0 0 24 24" className="size-6" {...STROKE} aria-hidden="true">
            <path d="m12 19-7-7 7-7M19 12H5" />
          </svg>
        </TrainingLink>
        <h1 className="min-w-0 flex-1 narrow:order-last narrow:basis-full text-[1.25rem] leading-tight font-bold wrap-anywhere">
          {say(train.end.title, { name: document.training.name })}
        </h1>
        <Discard done={done} />
      </header>
      {done === 0 ? (
        <Notice tone="watch">{train.end.nothing}</Notice>
      ) : (
        <>
          <FinishFigures />
          <FinishForm />
          <Dock>
            <div className="mx-auto max-w-xl p-2">
              <Button form={FORM} className="w-full">
                {train.end.now}
              </Button>
            </div>
          </Dock>
        </>
      )}
    </div>
  )
}

function Discard({ done }: { done: number }) {
  const { document, words, link } = useSharedTraining()
  const { discard } = words.train
  const { id, name } = document.training
  return (
    <details className="ml-auto">
      <summary className="flex min-h-11 list-none items-center justify-end px-2 font-semibold text-bad">
        {discard.open}
      </summary>
      <Card className="absolute inset-x-0 top-full flex flex-col gap-3 p-4 shadow-(--lift)">
        <p className="wrap-anywhere">
          {say(discard[COUNTED[done] ?? 'other'], { name, count: done })}
        </p>
        {link === 'offline' ? (
          <p className="text-sm text-soft">{discard.offline}</p>
        ) : (
          <ActionForm action={discardWorkoutAction}>
            <input type="hidden" name="sessionId" value={id} />
            <Button look="danger">{discard.yes}</Button>
          </ActionForm>
        )}
      </Card>
    </details>
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
      id={FORM}
      action={action}
      className="flex flex-col gap-2.5"
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
      <Card className="p-4">
        <Faces label={train.end.feeling} words={words.feelings} chosen={error?.values?.feeling} />
      </Card>
      <Card className="flex flex-col gap-3 p-4">
        <TextField
          label={train.end.effort}
          hint={train.end.effortHint}
          name="sessionRpe"
          error={error}
          inputMode="decimal"
        />
        <TextArea label={train.end.notes} name="notes" error={error} maxLength={2000} />
      </Card>
    </form>
  )
}

const wrong = (message: string): PublicError => ({
  ...{ code: 'validation', key: 'validation', message },
  fields: { sessionRpe: [message] },
})
