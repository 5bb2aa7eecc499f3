'use client'

import type { ReactNode } from 'react'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { TextField } from '@/app/_components/ui/field'
import { Notice } from '@/app/_components/ui/notice'
import type { PublicError } from '@/lib/core/result'
import type { WeightUnit } from '@/lib/domain/units'
import { SETTINGS_COLUMNS } from '../settings-card'
import { saveGearAction } from './actions'
import { PlateRow, type PlateRowProps } from './plate-row'

interface Part {
  unit: WeightUnit
  bar: number
  title: string
  barLabel: string
  plateLabel: string
  dumbbells: string
  dumbbellsLabel: string
  rows: PlateRowProps['row'][]
  exampleLabel: string
  example: ReactNode
}

type Word =
  | 'rest'
  | 'restSeconds'
  | 'restHint'
  | 'barHint'
  | 'count'
  | 'platesHint'
  | 'dumbbellsHint'
  | 'save'
  | 'saved'

interface GearFormProps {
  /** The person's own unit first. */
  parts: Part[]
  rest: string
  words: Record<Word, string>
}

export function GearForm({ parts, rest, words }: GearFormProps) {
  return (
    <ActionForm action={saveGearAction} className="flex flex-col gap-5">
      {({ error, data, isPending }) => (
        <>
          <div className={SETTINGS_COLUMNS}>
            {parts.map((part, index) => (
              <GearPart key={part.unit} {...{ part, error, words }} isOwn={index === 0} />
            ))}
            <Card className="flex flex-col gap-4 p-4 sm:p-5">
              <h2 className="font-semibold">{words.rest}</h2>
              <TextField
                label={words.restSeconds}
                name="restSeconds"
                error={error}
                hint={words.restHint}
                defaultValue={rest}
                autoComplete="off"
                required
              />
            </Card>
          </div>
          {data ? <Notice tone="good">{words.saved}</Notice> : null}
          <Button aria-disabled={isPending} className="sm:self-start">
            {words.save}
          </Button>
        </>
      )}
    </ActionForm>
  )
}

interface GearPartProps {
  part: Part
  isOwn: boolean
  error: PublicError | null
  words: GearFormProps['words']
}

/** The other unit is folded away, but never with something to mend in it. */
function GearPart({ part, isOwn, error, words }: GearPartProps) {
  const { unit, rows } = part
  const isMarked = Object.keys(error?.fields ?? {}).some((path) => path.startsWith(`${unit}.`))
  return (
    <Card>
      <details open={isOwn || isMarked}>
        <summary className="px-4 py-3.5 sm:px-5">
          <h2 className="inline font-semibold">{part.title}</h2>
        </summary>
        {/* After a save the rows start over from what was saved. */}
        <div
          key={JSON.stringify([part.bar, rows, part.dumbbells])}
          className="flex flex-col gap-4 px-4 pb-4 sm:px-5 sm:pb-5"
        >
          <TextField
            label={part.barLabel}
            name={`${unit}.bar`}
            error={error}
            hint={words.barHint}
            defaultValue={part.bar}
            inputMode="decimal"
            autoComplete="off"
            required
          />
          <div className="flex flex-col gap-2">
            <div aria-hidden="true" className="grid grid-cols-2 gap-2 text-sm font-semibold">
              <span>{part.plateLabel}</span>
              <span>{words.count}</span>
            </div>
            {rows.map((row, index) => (
              <PlateRow
                key={row.weightLabel}
                path={`${unit}.plates[${index}]`}
                {...{ row, error }}
              />
            ))}
            <p className="text-[0.8125rem] text-soft">{words.platesHint}</p>
          </div>
          <TextField
            label={part.dumbbellsLabel}
            name={`${unit}.dumbbells`}
            error={error}
            hint={words.dumbbellsHint}
            defaultValue={part.dumbbells}
            autoComplete="off"
          />
          <div className="flex flex-col gap-2 border-t border-line pt-4">
            <p className="text-[0.8125rem] text-soft">{part.exampleLabel}</p>
            {part.example}
          </div>
        </div>
      </details>
    </Card>
  )
}
