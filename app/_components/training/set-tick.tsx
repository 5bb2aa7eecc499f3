'use client'

import type { TrainingSet } from '@/lib/domain/training/training'
import { CloudOff } from './cloud-off'
import type { useSetRow } from './use-set-row'

/** Does a set, or takes that back. A done set that is not synced has a cloud; synced is silent. */
export function SetTick({
  set,
  row: { state, question, issues },
  name,
  label,
}: {
  set: TrainingSet
  row: ReturnType<typeof useSetRow>
  name: string | undefined
  label: string
}) {
  const isOffline = state.is === 'onPhone' || state.is === 'inWindow'
  const isRefused = state.is === 'problem' || Object.keys(issues).length > 0
  return (
    <button
      type="submit"
      name={name}
      value={set.isCompleted ? '' : 'on'}
      aria-label={label}
      aria-pressed={set.isCompleted}
      className="ex-tick"
      // The second tap of a nervous finger may meet the next row, which has moved under it.
      onClick={(event) => event.detail > 1 && event.preventDefault()}
    >
      <span aria-hidden>
        {isRefused ? '!' : question ? '?' : '✓'}
        {isOffline && set.isCompleted ? (
          <span className="ex-badge">
            <CloudOff size={12} />
          </span>
        ) : null}
      </span>
    </button>
  )
}
