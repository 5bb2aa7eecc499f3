'use client'

import { type ReactNode, useActionState } from 'react'
import { PostedForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { TextArea } from '@/app/_components/ui/field'
import { saveExerciseNotesAction } from '../actions'

interface ExerciseMenuProps {
  exerciseLogId: string
  notes: string
  words: Record<'more' | 'notes' | 'save' | 'saved', string>
  /** What else can be done with the exercise. */
  children: ReactNode
}

/** The note of an exercise and everything done rarely. Open when a post without JavaScript answers. */
export function ExerciseMenu({ exerciseLogId, notes, words, children }: ExerciseMenuProps) {
  const posted = useActionState(saveExerciseNotesAction, null)
  const [answer] = posted
  return (
    <details className="group grow" open={answer !== null}>
      <summary className="inline-flex min-h-11 list-none items-center rounded-[10px] border border-line px-3 text-sm font-semibold sm:min-h-9">
        <span aria-hidden>⋯</span>
        <span className="sr-only">{words.more}</span>
      </summary>
      <div className="mt-3 flex flex-col gap-3 pb-2">
        <PostedForm posted={posted} className="flex flex-col gap-2">
          {({ error, data }) => (
            <>
              <input type="hidden" name="exerciseLogId" value={exerciseLogId} />
              <TextArea
                label={words.notes}
                name="notes"
                error={error}
                defaultValue={notes}
                rows={2}
              />
              <span className="flex items-center gap-3">
                <Button look="quiet" size="compact">
                  {words.save}
                </Button>
                <span role="status" className="text-sm text-soft">
                  {data ? words.saved : null}
                </span>
              </span>
            </>
          )}
        </PostedForm>
        {children}
      </div>
    </details>
  )
}
