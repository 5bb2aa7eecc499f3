'use client'

import { Notice } from '@/app/_components/ui/notice'
import { Button } from '@/app/_components/ui/plain-button'
import type { Entry } from '@/lib/offline/phone-store'
import { refusalText } from './stuck-set'
import { useSharedTraining } from './training-context'

/** Changes of the workout's shape that the server did not do; those of a set stand at the set. */
export function StuckChanges({ entries }: { entries: readonly Entry[] }) {
  const { words, settle } = useSharedTraining()
  const { train } = words
  return entries.map((entry) => (
    <Notice key={entry.seq} tone="bad">
      <span>
        {train.state.refused}: {train.changes[entry.operation.type]}.{' '}
        {entry.problem?.kind === 'refused' ? refusalText(entry.problem, train) : null}
      </span>
      <Button type="button" look="quiet" size="compact" onClick={() => void settle(entry, false)}>
        {train.refused.drop}
      </Button>
    </Notice>
  ))
}
