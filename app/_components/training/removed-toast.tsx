'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/app/_components/ui/plain-button'
import { TOAST_MS, Toast } from '@/app/_components/ui/toast'
import type { lastRemoved } from '@/lib/domain/training/last-removed'
import { ChangeForm } from './change-form'
import { lastSwap, swappedOut } from './last-swap'
import { useSharedTraining } from './training-context'
import { keepNextClear } from './use-next-in-view'
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
  useEffect(keepNextClear, [])
  return (
    <Toast sinceMs={sinceMs}>
      <Undo removed={removed} look="toast" />
    </Toast>
  )
}

export function Undo({ removed, look }: { removed: Removed; look: 'quiet' | 'toast' }) {
  const { document, words, dispatch } = useSharedTraining()
  const { train } = words
  const { exercises, facts } = document.training
  const gone = swappedOut(exercises, removed)
  const name = gone && facts[gone.exerciseId]?.name
  return (
    <>
      <span className="min-w-0 wrap-anywhere">
        {name ? replacedBy({ name, part: removed.part }, train) : sentenceOf(removed, train)}
      </span>
      <ChangeForm
        change={() =>
          removed.part === 'exercise'
            ? { type: 'restoreExercise', exerciseLogId: removed.id }
            : { type: 'restoreSet', setId: removed.id }
        }
        onDone={() => {
          for (const { id, deletedAt } of gone?.sets ?? [])
            if (removed.part === 'set' && id !== removed.id && deletedAt === removed.at)
              dispatch({ type: 'restoreSet', setId: id })
          if (gone && lastSwap.came)
            dispatch({ type: 'removeExercise', exerciseLogId: lastSwap.came })
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

function replacedBy(
  { name, part }: { name: string; part: Removed['part'] },
  { removed: words }: TrainWords['train'],
): string {
  const { taken: count } = lastSwap
  // What was done stays with the exercise it was done with.
  if (count === 0) return say(words[part === 'set' ? 'replacedOpen' : 'replaced'], { name })
  return say(count === 1 ? words.replacedWithSet : words.replacedWithSets, { count })
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
