'use client'

import { type ChangeEvent, type FocusEvent, type ReactNode, useEffect, useRef } from 'react'
import { distanceUnitFor, type SetField, setFields } from '@/lib/domain/set-fields'
import { stepText } from '@/lib/domain/training/step-text'
import type { ExerciseFacts, TrainingSet } from '@/lib/domain/training/training'
import { ClientOnly } from './client-only'
import { columnHeads } from './column-heads'
import { SetClock } from './later-parts'
import { useFocusCell, useSharedTraining } from './training-context'
import type { CellName, useSetRow } from './use-set-row'
import { say, type TrainWords } from './words'

interface SetFieldsProps {
  row: ReturnType<typeof useSetRow>
  set: TrainingSet
  shown: TrainingSet
  facts: ExerciseFacts
  label: string
  named: (what: string) => string
  hasOtherUnit: boolean
}

/** The figures of a set in one capsule: each cell is all target, grey until it is typed or done. */
export function SetFields({ row, set, shown, facts, label, named, hasOtherUnit }: SetFieldsProps) {
  const { document, words } = useSharedTraining()
  const { train } = words
  const unit = distanceUnitFor(facts.tracking, document.person.distanceUnit)
  const fields = setFields(facts.tracking)
  const heads = columnHeads(facts, { weightUnit: shown.weightUnit, distanceUnit: unit }, train)
  const isTimed = fields.includes('durationSeconds') && !set.isCompleted
  const clock = isTimed ? <RowClock {...{ row, set, shown, facts, label }} /> : null
  const isAlone = fields.length === 1
  return (
    <>
      <span
        className="ex-vals"
        data-fields={fields.length + 1}
        data-timed={fields.includes('durationSeconds') ? '' : undefined}
      >
        {fields.map((field, index) => {
          const name = fieldName(field, { facts, weightUnit: shown.weightUnit, unit }, train)
          return (
            <Cell
              key={field}
              {...{ row, name: field }}
              setId={set.id}
              label={named(name)}
              head={heads[index] ?? ''}
              before={isAlone && isTimed ? clock : null}
            >
              {field === 'weight' && hasOtherUnit ? (
                <span aria-hidden className="ex-unit">
                  {shown.weightUnit}
                </span>
              ) : null}
            </Cell>
          )
        })}
        <Cell
          row={row}
          setId={set.id}
          name="rpe"
          label={named(train.fields.rpe)}
          head={train.columns.rpe}
        />
      </span>
      {isAlone ? null : clock}
    </>
  )
}

function Cell({
  row,
  setId,
  name,
  label,
  head,
  before,
  children,
}: {
  row: ReturnType<typeof useSetRow>
  setId: string
  name: CellName
  label: string
  head: string
  before?: ReactNode
  children?: ReactNode
}) {
  const focusCell = useFocusCell()
  // The keys of the dock act on the row as it is when they are pressed.
  const latest = useRef(row)
  useEffect(() => {
    latest.current = row
  })
  const textOfPage = useRef(row.text(name))
  const focus = (event: FocusEvent<HTMLInputElement>) => {
    // What was typed before the script was there is gone on with, not typed over. React tells of such
    // a focus once more when it is there; that telling is not trusted.
    const untouched = event.isTrusted ? latest.current.text(name) : textOfPage.current
    if (event.currentTarget.value === untouched) event.currentTarget.select()
    focusCell({
      ...{ setId, field: name },
      step: (delta) => {
        const { text, type } = latest.current
        type(name, stepText(text(name), name, delta))
      },
      tick: () => latest.current.tick(true),
    })
  }
  const isInvalid = row.issues[name] || row.posted?.[0]?.fields?.[name]
  return (
    <span className={`ex-cell ${before ? 'ex-clock' : ''}`}>
      <span aria-hidden className="ex-cell-name">
        {head}
      </span>
      {before}
      <input
        id={`${name}-${setId}`}
        name={name}
        type="text"
        autoComplete="off"
        enterKeyHint="done"
        inputMode={name === 'durationSeconds' ? 'text' : 'decimal'}
        value={row.text(name)}
        aria-label={label}
        aria-invalid={isInvalid ? true : undefined}
        data-grey={row.isGrey(name) ? '' : undefined}
        data-asked={row.question?.field === name ? '' : undefined}
        onFocus={focus}
        onChange={(event: ChangeEvent<HTMLInputElement>) =>
          row.type(name, event.currentTarget.value)
        }
        onBlur={() => {
          focusCell(null)
          row.leave(name)
        }}
      />
      {children}
    </span>
  )
}

function RowClock({
  row,
  set,
  shown,
  facts,
  label,
}: Omit<SetFieldsProps, 'named' | 'hasOtherUnit'>) {
  const { train } = useSharedTraining().words
  return (
    <ClientOnly>
      <SetClock
        set={set}
        targetSeconds={shown.durationSeconds}
        isInField={setFields(facts.tracking).length === 1}
        names={{
          start: say(train.clock.start, { exercise: facts.name, set: label }),
          stop: say(train.clock.stop, { exercise: facts.name, set: label }),
        }}
        onStop={(seconds) => row.fill({ durationSeconds: String(seconds) }, { isCompleted: true })}
      />
    </ClientOnly>
  )
}

function fieldName(
  field: SetField,
  about: { facts: ExerciseFacts; weightUnit: string; unit: string },
  { fields }: TrainWords['train'],
): string {
  if (field !== 'weight') return say(fields[field], { unit: about.unit })
  const { tracking } = about.facts
  const name =
    tracking === 'assisted_bodyweight'
      ? fields.assistance
      : tracking === 'weighted_bodyweight'
        ? fields.added
        : fields.weight
  return say(name, { unit: about.weightUnit })
}
