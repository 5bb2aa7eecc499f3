'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { TextField } from '@/app/_components/ui/field'
import { Notice } from '@/app/_components/ui/notice'
import type { Measurement } from '@/lib/schemas/measurement'
import { addMeasurementAction, updateMeasurementAction } from './actions'

interface MeasurementFormProps {
  measured: Measurement | Pick<Measurement, 'kind' | 'unit'>
  /** The latest day that a value may be of. */
  today: string
  words: Record<'value' | 'measuredOn' | 'save' | 'saved', string>
}

/** A value in the unit that its label names, and the day it is of. */
export function MeasurementForm({ measured, today, words }: MeasurementFormProps) {
  const there = 'id' in measured ? measured : null
  return (
    <ActionForm
      action={there ? updateMeasurementAction : addMeasurementAction}
      className="flex flex-col gap-4"
    >
      {({ error, data, isPending }) => (
        <>
          {there ? (
            <input type="hidden" name="id" value={there.id} />
          ) : (
            <input type="hidden" name="kind" value={measured.kind} />
          )}
          <input type="hidden" name="unit" value={measured.unit} />
          <div className="grid grid-cols-2 narrow:grid-cols-1 items-start gap-3">
            {/* Empty again once its value is saved. */}
            <TextField
              key={data ? `${data.id} ${data.value}` : undefined}
              label={words.value}
              name="value"
              error={error}
              defaultValue={there?.value}
              inputMode="decimal"
              autoComplete="off"
              required
            />
            <TextField
              label={words.measuredOn}
              name="measuredOn"
              type="date"
              error={error}
              defaultValue={there?.measuredOn ?? today}
              max={today}
              required
            />
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
