'use client'

import { Notice } from '@/app/_components/ui/notice'
import { lastRemoved } from '@/lib/domain/training/last-removed'
import { ClientOnly } from './client-only'
import { RemovedToast } from './later-parts'
import { Undo } from './removed-toast'
import { useSharedTraining } from './training-context'

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
        <RemovedToast key={`${removed.id}${removed.at}`} removed={removed} />
      </ClientOnly>
    </>
  )
}
