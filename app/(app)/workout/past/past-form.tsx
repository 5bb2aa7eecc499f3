'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Card } from '@/app/_components/ui/card'
import { SelectField, TextField } from '@/app/_components/ui/field'
import { Button } from '@/app/_components/ui/plain-button'
import { selectAll } from '@/app/_components/ui/select-all'
import { logPastWorkoutAction } from '../actions'

interface PastFormProps {
  routines: readonly (readonly [id: string, name: string])[]
  yesterday: string
  today: string
  words: Record<'routine' | 'empty' | 'date' | 'start' | 'length' | 'lengthHint' | 'next', string>
}

const USUAL_START = '18:00'
const USUAL_MINUTES = '60'

export function PastForm({ routines, yesterday, today, words }: PastFormProps) {
  return (
    <ActionForm action={logPastWorkoutAction}>
      {({ error, isPending }) => (
        <Card className="flex flex-col gap-3 p-4">
          <SelectField
            label={words.routine}
            name="routineId"
            error={error}
            options={[['', words.empty], ...routines]}
          />
          <div className="grid grid-cols-1 gap-3 min-[22.5rem]:grid-cols-2 sm:grid-cols-3">
            <div className="max-sm:col-span-full">
              <TextField
                type="date"
                label={words.date}
                name="localDate"
                error={error}
                defaultValue={yesterday}
                max={today}
                required
              />
            </div>
            <TextField
              type="time"
              label={words.start}
              name="startTime"
              error={error}
              defaultValue={USUAL_START}
              required
            />
            <TextField
              label={words.length}
              hint={words.lengthHint}
              name="workoutLength"
              error={error}
              defaultValue={USUAL_MINUTES}
              autoComplete="off"
              onFocus={selectAll}
            />
          </div>
          <Button disabled={isPending}>{words.next}</Button>
        </Card>
      )}
    </ActionForm>
  )
}
