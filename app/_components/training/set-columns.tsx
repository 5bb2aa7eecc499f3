'use client'

import { distanceUnitFor, setFields } from '@/lib/domain/set-fields'
import type { ExerciseFacts } from '@/lib/domain/training/training'
import { columnHeads } from './column-heads'
import { useSharedTraining } from './training-context'

interface SetColumnsProps {
  facts: ExerciseFacts
  unit: 'kg' | 'lb'
  /** The set whose field a press on RPE leads to, since the keys of that field say what RPE is. */
  setId: string | undefined
}

/** What stands above the rows; each field has its name for screen readers itself. */
export function SetColumns({ facts, unit, setId }: SetColumnsProps) {
  const { document, words } = useSharedTraining()
  const { train } = words
  const distanceUnit = distanceUnitFor(facts.tracking, document.person.distanceUnit)
  const fields = setFields(facts.tracking)
  return (
    <div aria-hidden className="ex-cols">
      <span>{train.columns.set}</span>
      <span>
        <span className="ex-only-wide">{train.columns.previous}</span>
        <span className="ex-only-narrow">{train.columns.last}</span>
      </span>
      <span
        className="ex-vals"
        data-fields={fields.length + 1}
        data-timed={fields.includes('durationSeconds') ? '' : undefined}
      >
        {columnHeads(facts, { weightUnit: unit, distanceUnit }, train).map((head) => (
          <span key={head}>{head}</span>
        ))}
        <label htmlFor={`rpe-${setId}`}>{train.columns.rpe}</label>
      </span>
      <span />
    </div>
  )
}
