'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { TextArea, TextField } from '@/app/_components/ui/field'
import { correctWorkoutAction } from '../../actions'

interface Row {
  label: string
  hidden: Record<string, string>
  isNew: boolean
  cells: { field: string; label: string; value: string }[]
}

interface CorrectFormProps {
  sessionId: string
  name: string
  notes: string
  exercises: { id: string; name: string; heads: string[]; rows: Row[] }[]
  words: Record<'name' | 'notes' | 'save' | 'remove', string>
}

export function CorrectForm({ sessionId, name, notes, exercises, words }: CorrectFormProps) {
  // Sets are numbered through the whole form: that is what the posted list needs.
  const starts = exercises.map((_, at) =>
    exercises.slice(0, at).reduce((sum, each) => sum + each.rows.length, 0),
  )
  return (
    <ActionForm action={correctWorkoutAction} className="flex flex-col gap-4">
      {({ error, isPending }) => (
        <>
          <input type="hidden" name="sessionId" value={sessionId} />
          <TextField
            label={words.name}
            name="name"
            error={error}
            defaultValue={name}
            maxLength={100}
          />
          {exercises.map((exercise, at) => (
            <Card key={exercise.id} className="p-4">
              <h2 className="font-semibold">{exercise.name}</h2>
              <div
                aria-hidden
                className="mt-2 grid grid-cols-[72px_1fr_72px] gap-2 text-center text-[11.5px] font-semibold text-soft"
              >
                <span />
                <span className="grid auto-cols-fr grid-flow-col gap-1">
                  {exercise.heads.map((head) => (
                    <span key={head}>{head}</span>
                  ))}
                </span>
                <span>{words.remove}</span>
              </div>
              {exercise.rows.map((row, index) => {
                const prefix = `sets[${(starts[at] ?? 0) + index}]`
                const problems = Object.entries(error?.fields ?? {}).filter(([path]) =>
                  path.startsWith(`${prefix}.`),
                )
                return (
                  <div key={prefix} className="border-t border-line py-1">
                    <div className="grid grid-cols-[72px_1fr_72px] items-center gap-2">
                      <span className="fig text-center text-soft">{row.label}</span>
                      <span className="grid min-w-0 auto-cols-fr grid-flow-col gap-1">
                        {Object.entries(row.hidden).map(([field, value]) => (
                          <input
                            key={field}
                            type="hidden"
                            name={`${prefix}.${field}`}
                            value={value}
                          />
                        ))}
                        {row.cells.map((cell) => {
                          const path = `${prefix}.${cell.field}`
                          return (
                            <input
                              key={path}
                              name={path}
                              type="text"
                              inputMode={cell.field === 'durationSeconds' ? 'text' : 'decimal'}
                              autoComplete="off"
                              aria-label={cell.label}
                              aria-invalid={error?.fields?.[path] ? true : undefined}
                              aria-describedby={error?.fields?.[path] ? `${path}-error` : undefined}
                              defaultValue={error?.values?.[path] ?? cell.value}
                              className="fig h-11 w-full min-w-0 rounded-[10px] border border-line bg-surface text-center text-lg aria-invalid:border-bad"
                            />
                          )
                        })}
                      </span>
                      {row.isNew ? (
                        <span />
                      ) : (
                        <input
                          type="checkbox"
                          name={`${prefix}.isRemoved`}
                          defaultChecked={error?.values?.[`${prefix}.isRemoved`] === 'on'}
                          aria-label={`${exercise.name}, ${row.label}: ${words.remove}`}
                          className="mx-auto size-6 accent-accent"
                        />
                      )}
                    </div>
                    {problems.map(([path, sentences]) => (
                      <p
                        key={path}
                        id={`${path}-error`}
                        className="text-[13px] font-medium text-bad"
                      >
                        {sentences.join(' ')}
                      </p>
                    ))}
                  </div>
                )
              })}
            </Card>
          ))}
          <TextArea
            label={words.notes}
            name="notes"
            error={error}
            defaultValue={notes}
            maxLength={2000}
          />
          <Button disabled={isPending}>{words.save}</Button>
        </>
      )}
    </ActionForm>
  )
}
