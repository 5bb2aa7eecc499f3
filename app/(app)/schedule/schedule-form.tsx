'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { ChoiceField } from '@/app/_components/ui/field'
import { Notice } from '@/app/_components/ui/notice'
import type { PublicError } from '@/lib/core/result'
import { putScheduleAction } from './actions'

interface Row {
  routineId: string
  time: string
  /** Stays in the week and is not suggested. */
  isPaused: boolean
  routineLabel: string
  timeLabel: string
  pauseLabel: string
  /** What the choice of no routine is called. */
  none: string
}

interface Day {
  dayOfWeek: number
  name: string
  rows: Row[]
}

interface ScheduleFormProps {
  days: Day[]
  routines: (readonly [id: string, name: string])[]
  /** The one that is chosen. */
  mode: string
  modes: { value: string; label: string; hint: string }[]
  words: { save: string; saved: string; mode: string; time: string; pause: string }
}

const CONTROL =
  'h-12 min-w-0 rounded-control border border-field bg-surface px-2.5 text-base aria-invalid:border-bad'

/** The whole week in one form; a day's last row is empty, so that one more always fits. */
export function ScheduleForm({ days, routines, mode, modes, words }: ScheduleFormProps) {
  // Rows are numbered through the whole week: that is what the posted list needs.
  const starts = days.map((_, at) =>
    days.slice(0, at).reduce((sum, day) => sum + day.rows.length, 0),
  )
  return (
    <ActionForm action={putScheduleAction} className="flex flex-col gap-3">
      {({ error, data, isPending }) => (
        <>
          {data ? <Notice tone="good">{words.saved}</Notice> : null}
          {/* After a save the rows start over from what was saved. */}
          <div key={JSON.stringify([days, mode])} className="flex flex-col gap-3">
            {days.map((day, at) => (
              <Card key={day.dayOfWeek} className="p-3.5">
                <h2 className="mb-2 font-semibold">{day.name}</h2>
                <div className="flex flex-col gap-2">
                  {day.rows.map((row, index) => {
                    const path = `entries[${(starts[at] ?? 0) + index}]`
                    return (
                      <div key={path}>
                        <input type="hidden" name={`${path}.dayOfWeek`} value={day.dayOfWeek} />
                        <RowFields {...{ row, path, error, routines, words }} />
                      </div>
                    )
                  })}
                </div>
              </Card>
            ))}
            <ChoiceField
              label={words.mode}
              name="mode"
              error={error}
              defaultValue={mode}
              options={modes}
            />
          </div>
          <Button disabled={isPending}>{words.save}</Button>
        </>
      )}
    </ActionForm>
  )
}

interface RowFieldsProps {
  row: Row
  path: string
  error: PublicError | null
  routines: ScheduleFormProps['routines']
  words: ScheduleFormProps['words']
}

/** A routine on the whole width, since its name is what has to be read; below it what it may have besides. */
function RowFields({ row, path, error, routines, words }: RowFieldsProps) {
  const problems = [
    ...(error?.fields?.[`${path}.routineId`] ?? []),
    ...(error?.fields?.[`${path}.time`] ?? []),
  ]
  const described = problems.length > 0 ? { 'aria-invalid': true, 'aria-describedby': path } : {}
  return (
    <>
      <div className="group flex flex-wrap items-center gap-x-5 gap-y-2">
        <select
          name={`${path}.routineId`}
          aria-label={row.routineLabel}
          defaultValue={error?.values?.[`${path}.routineId`] ?? row.routineId}
          className={`${CONTROL} w-full ${row.routineId ? 'font-semibold' : 'text-soft'}`}
          {...described}
        >
          <option value="">{row.none}</option>
          {routines.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        {/* A rest has no time, so there the field only comes once a routine is chosen. */}
        <label className="flex items-center gap-2 text-sm group-has-[option[value='']:checked]:hidden">
          <span aria-hidden>{words.time}</span>
          <input
            type="time"
            name={`${path}.time`}
            aria-label={row.timeLabel}
            defaultValue={error?.values?.[`${path}.time`] ?? row.time}
            className={CONTROL}
            {...described}
          />
        </label>
        {row.routineId ? (
          <label className="flex min-h-11 items-center gap-2.5 text-sm">
            {/* A tick means no: an empty box sends nothing, and what sends nothing is active. */}
            <input
              type="checkbox"
              name={`${path}.isActive`}
              value="false"
              aria-label={row.pauseLabel}
              defaultChecked={
                error?.values ? error.values[`${path}.isActive`] === 'false' : row.isPaused
              }
              className="size-4 flex-none accent-accent"
            />
            {words.pause}
          </label>
        ) : null}
      </div>
      {problems.length > 0 ? (
        <p id={path} className="mt-1 text-[0.8125rem] font-medium text-bad">
          {problems.join(' ')}
        </p>
      ) : null}
    </>
  )
}
