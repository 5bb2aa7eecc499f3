'use client'

import { setLabel } from '@/lib/domain/set-numbers'
import type { ShownSet } from '@/lib/domain/training/shown-sets'
import { CloudOff } from './cloud-off'
import { isPending, stateOfSet } from './state-of-set'
import { useSharedTraining } from './training-context'
import { say } from './words'

/** What of a card's sets is typed but not logged, or logged but not synced. Nothing while all is well. */
export function CardTruth({
  rows,
  focusedSetId,
}: {
  rows: readonly ShownSet[]
  focusedSetId: string | null
}) {
  const shared = useSharedTraining()
  const { notLogged, notSynced } = shared.words.train
  const typed = rows.filter(
    ({ set }) =>
      !set.isCompleted &&
      // The set that is being done needs no reminder.
      set.id !== focusedSetId &&
      set.id !== shared.nextSetId &&
      isPending(set, shared),
  )
  const waiting = rows.filter(({ set }) => {
    const { is } = stateOfSet(set.id, shared)
    return is === 'onPhone' || is === 'inWindow'
  })
  const names = typed.map(({ set, number }) => setLabel(set, number, shared.words.train)).join(', ')
  return (
    <p
      className="ml-auto flex flex-wrap gap-x-3 text-[0.8125rem] font-semibold text-watch"
      role="status"
    >
      {typed.length > 0 ? (
        <span>{say(typed.length === 1 ? notLogged.one : notLogged.other, { set: names })}</span>
      ) : null}
      {waiting.length > 0 ? (
        // The count alone fits into the line, so that a tick makes no card taller.
        <span className="inline-flex items-center gap-1">
          <CloudOff size={14} />
          <span aria-hidden>{waiting.length}</span>
          <span className="sr-only">{say(notSynced, { count: waiting.length })}</span>
        </span>
      ) : null}
    </p>
  )
}
