'use client'

import { Notice } from '@/app/_components/ui/notice'
import { Button } from '@/app/_components/ui/plain-button'
import type { Entry } from '@/lib/offline/phone-store'
import { placeOfSet } from '@/lib/offline/place-of-set'
import { refusalText, StuckSet } from './stuck-set'
import { useSharedTraining } from './training-context'

/** Changes that the server did not do, but for those that stand at their set. */
export function StuckChanges({ entries }: { entries: readonly Entry[] }) {
  const { words, settle, document, entries: all } = useSharedTraining()
  const { training } = document
  const { train } = words
  return entries.map((entry) => {
    const { operation, problem, seq } = entry
    const place =
      operation.type === 'logSet' ? placeOfSet(operation.setId, { training, entries: all }) : null
    if (place?.facts && problem)
      return (
        <div key={seq} className="rounded-control bg-bad-soft px-3 py-3 text-bad">
          <p className="px-1 pb-1 text-sm font-semibold">
            {train.state.refused}: {place.facts.name}
          </p>
          <StuckSet
            {...{ entry, problem, facts: place.facts }}
            onSettle={(isKept) => void settle(entry, isKept)}
          />
        </div>
      )
    return (
      <Notice key={seq} tone="bad">
        <span>
          {train.state.refused}: {train.changes[operation.type]}.{' '}
          {problem?.kind === 'refused' ? refusalText(problem, words) : null}
        </span>
        <Button type="button" look="quiet" size="compact" onClick={() => void settle(entry, false)}>
          {train.refused.drop}
        </Button>
      </Notice>
    )
  })
}
