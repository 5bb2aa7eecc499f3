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
}

/** The sets of one exercise. A changed weight carries down to the sets below it. */
export function SetTable({ tracking, rows, records, units }: SetTableProps) {
  const [weight, setWeight] = useState<{ from: number; value: string } | null>(null)
  return (
    <ol>
      {rows.map(({ set, opId, label, previous, words }, index) => (
        <SetRow
          key={set.id}
          {...{ set, opId, tracking, label, previous, units, words }}
          records={records.filter((record) => record.setId === set.id)}
          carriedWeight={weight && index > weight.from ? weight.value : null}
          onWeight={(value) => setWeight({ from: index, value })}
        />
      ))}
    </ol>
  )
}
