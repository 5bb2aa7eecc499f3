'use client'

import { useState } from 'react'
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
  /** The set of the whole workout that is next, as the page was drawn. */
  nextSetId: string | null
}

/** The sets of one exercise. A changed weight carries down to the sets below it. */
export function SetTable({ tracking, rows, records, units, nextSetId }: SetTableProps) {
  const [done, setDone] = useState<Record<string, boolean>>({})
  const [weight, setWeight] = useState<{ from: number; value: string } | null>(null)
  const isDone = ({ set }: { set: LoggedSet }) => done[set.id] ?? set.isCompleted
  const startsHere = rows.some(({ set }) => set.id === nextSetId) || Object.keys(done).length > 0
  const next = startsHere ? rows.find((row) => !isDone(row))?.set.id : null

  return (
    <ol>
      {rows.map(({ set, opId, label, previous, words }, index) => (
        <SetRow
          key={set.id}
          {...{ set, opId, tracking, label, previous, units, words }}
          records={records.filter((record) => record.setId === set.id)}
          isNext={set.id === next}
          carriedWeight={weight && index > weight.from ? weight.value : null}
          onWeight={(value) => setWeight({ from: index, value })}
          onSaved={(saved) => setDone((known) => ({ ...known, [saved.id]: saved.isCompleted }))}
        />
      ))}
    </ol>
  )
}
