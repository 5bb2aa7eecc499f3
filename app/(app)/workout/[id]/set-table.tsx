'use client'

import { useState } from 'react'
import { isCarried } from '@/lib/domain/grey-values'
import type { Tracking } from '@/lib/schemas/exercise'
import type { LoggedRecord, LoggedSet } from '@/lib/schemas/workout'
import { type RowWords, SetRow } from './set-row'

interface SetTableProps {
  tracking: Tracking
  rows: readonly {
    set: LoggedSet
    opId: string
    label: string
    previous: LoggedSet | null
    words: RowWords
  }[]
  records: readonly LoggedRecord[]
  units: { weightUnit: 'kg' | 'lb'; distanceUnit: 'km' | 'mi' }
}

/** The sets of one exercise. A changed weight carries down at once; reloaded it comes so anyway. */
export function SetTable({ tracking, rows, records, units }: SetTableProps) {
  const [weights, setWeights] = useState<Record<string, string>>({})
  const isChanged = (set: LoggedSet) => weights[set.id] !== undefined || set.revision > 1
  const carriedTo = (below: LoggedSet, index: number): string | null => {
    const above = rows
      .slice(0, index)
      .findLast(({ set }) => isChanged(set) && isCarried(set, below))
    return (above && weights[above.set.id]) ?? null
  }
  return (
    <ol>
      {rows.map(({ set, opId, label, previous, words }, index) => (
        <SetRow
          key={set.id}
          {...{ set, opId, tracking, label, previous, units, words }}
          records={records.filter((record) => record.setId === set.id)}
          carriedWeight={carriedTo(set, index)}
          onWeight={(weight) => setWeights((known) => ({ ...known, [set.id]: weight }))}
        />
      ))}
    </ol>
  )
}
