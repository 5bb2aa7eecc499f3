'use client'

import { useState } from 'react'
import { Notice } from '@/app/_components/ui/notice'
import { Button } from '@/app/_components/ui/plain-button'
import { TOAST_MS, Toast } from '@/app/_components/ui/toast'
import { lastRemoved } from '@/lib/domain/training/last-removed'
import { ChangeForm } from './change-form'
import { ClientOnly } from './client-only'
import { useSharedTraining } from './training-context'
import { useNextClearOfToast } from './use-next-in-view'
import { say, type TrainWords } from './words'

type Removed = NonNullable<ReturnType<typeof lastRemoved>>

/** What was removed last, and the way back: a toast for as long as it is news. */
export function UndoRemoved() {
  const { document } = useSharedTraining()
  const removed = lastRemoved(document.training)
  if (!removed) return null
  return (
    <>
      <noscript>
        {typeof window === 'undefined' ? (
          <Notice tone="plain">
            <Undo removed={removed} look="quiet" />
          </Notice>
        ) : null}
      </noscript>
      <ClientOnly>
        <RecentlyRemoved key={`${removed.id}${removed.at}`} removed={removed} />
      </ClientOnly>
    </>
  )
}

function RecentlyRemoved({ removed }: { removed: Removed }) {
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

function Undo({ removed, look }: { removed: Removed; look: 'quiet' | 'toast' }) {
  const { train } = useSharedTraining().words
  return (
    <>
      <span className="min-w-0 wrap-anywhere">{sentenceOf(removed, train)}</span>
      <ChangeForm
        change={() =>
          removed.part === 'exercise'
            ? { type: 'restoreExercise', exerciseLogId: removed.id }
            : { type: 'restoreSet', setId: removed.id }
        }
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
    return say(removed.sets === 1 ? words.exerciseWithSet : words.exerciseWithSets, {
      ...{ name: removed.name, count: removed.sets },
    })
  return removed.number === null ? words.warmUp : say(words.set, { set: removed.number })
}
