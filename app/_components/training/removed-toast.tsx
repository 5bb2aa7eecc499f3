'use client'

import { useState } from 'react'
import { Button } from '@/app/_components/ui/plain-button'
import { TOAST_MS, Toast } from '@/app/_components/ui/toast'
import type { lastRemoved } from '@/lib/domain/training/last-removed'
import { ChangeForm } from './change-form'
import { lastSwap } from './last-swap'
import { useSharedTraining } from './training-context'
import { useNextClearOfToast } from './use-next-in-view'
import { say, type TrainWords } from './words'

type Removed = NonNullable<ReturnType<typeof lastRemoved>>

/** What was removed a moment ago, and the way back. */
export function RemovedToast({ removed }: { removed: Removed }) {
  // Once, so that the toast keeps its own time however often the workout changes under it.
  const [sinceMs] = useState(() => Math.max(0, Date.now() - Date.parse(removed.at)))
  if (sinceMs >= TOAST_MS) return null
  return <NewlyRemoved {...{ removed, sinceMs }} />
}

function NewlyRemoved({ removed, sinceMs }: { removed: Removed; sinceMs: number }) {
  useNextClearOfToast()
  return (
    <Toast sinceMs={sinceMs}>
      <Undo removed={removed} look="toast" />
    </Toast>
  )
}

export function Undo({ removed, look }: { removed: Removed; look: 'quiet' | 'toast' }) {
  const { words, dispatch } = useSharedTraining()
  const { train } = words
  const came = removed.id === lastSwap.gone ? lastSwap.came : null
  return (
    <>
      <span className="min-w-0 wrap-anywhere">
        {came && removed.part === 'exercise'
          ? say(train.removed.replaced, { name: removed.name })
          : sentenceOf(removed, train)}
      </span>
      <ChangeForm
        change={() =>
          removed.part === 'exercise'
            ? { type: 'restoreExercise', exerciseLogId: removed.id }
            : { type: 'restoreSet', setId: removed.id }
        }
        onDone={() => {
          if (came) dispatch({ type: 'removeExercise', exerciseLogId: came })
          lastSwap.gone = null
        }}
      >
        <Button look={look} size="compact">
          {train.undo}
        </Button>
      </ChangeForm>
    </>
  )
}

function sentenceOf(removed: Removed, { removed: words }: TrainWords['train']): string {
  if (removed.part === 'exercise')
    return say(
      removed.sets === 0
        ? words.exercise
        : removed.sets === 1
          ? words.exerciseWithSet
          : words.exerciseWithSets,
      { name: removed.name, count: removed.sets },
    )
  return removed.number === null ? words.warmUp : say(words.set, { set: removed.number })
}
