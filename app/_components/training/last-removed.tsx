'use client'

import { Notice } from '@/app/_components/ui/notice'
import { Button } from '@/app/_components/ui/plain-button'
import { lastRemoved } from '@/lib/domain/training/last-removed'
import { ChangeForm } from './change-form'
import { useSharedTraining } from './training-context'
import { say } from './words'

/** What was taken out last, and the way back. */
export function LastRemoved() {
  const { document, words } = useSharedTraining()
  const { train } = words
  const removed = lastRemoved(document.training)
  if (!removed) return null
  const { part, id, name } = removed
  return (
    <Notice tone="plain">
      <span>{say(part === 'exercise' ? train.removed : train.removedSet, { name })}</span>
      <ChangeForm
        change={() =>
          part === 'exercise'
            ? { type: 'restoreExercise', exerciseLogId: id }
            : { type: 'restoreSet', setId: id }
        }
      >
        <Button look="quiet" size="compact">
          {train.undo}
        </Button>
      </ChangeForm>
    </Notice>
  )
}
