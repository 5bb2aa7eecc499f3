'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { addProgramAction } from '../actions'

interface AddProgramFormProps {
  slug: string
  days: {
    /** 0 = Sunday. */
    dayOfWeek: number
    name: string
    /** Chosen unless the person says otherwise. */
    isUsual: boolean
    /** Names of the routines on that day. */
    planned: string[]
  }[]
  /** `turns` where the workouts can take turns from week to week. */
  words: { title: string; hint: string; pause: string; turns: string | null; add: string }
}

/** The days to train on, with what is on them already, and the button that adds the program. */
export function AddProgramForm({ slug, days, words }: AddProgramFormProps) {
  const hasOthers = days.some(({ planned }) => planned.length > 0)
  return (
    <Card className="p-4">
      <ActionForm action={addProgramAction} className="flex flex-col gap-3">
        {({ error, isPending }) => (
          <>
            <input type="hidden" name="slug" value={slug} />
            <fieldset className="flex min-w-0 flex-col gap-2">
              <legend className="text-lg font-bold">{words.title}</legend>
              <p className="text-[0.8125rem] text-soft">{words.hint}</p>
              <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
                {days.map(({ dayOfWeek, name, isUsual, planned }) => (
                  <label
                    key={dayOfWeek}
                    className="flex min-h-12 items-center gap-2.5 rounded-control border border-field bg-surface px-2.5 py-2 has-checked:border-accent has-checked:bg-accent-soft"
                  >
                    <input
                      type="checkbox"
                      name="days"
                      value={dayOfWeek}
                      defaultChecked={
                        error?.values
                          ? error.values.days?.split('\n').includes(String(dayOfWeek))
                          : isUsual
                      }
                      className="size-4 flex-none accent-accent"
                    />
                    <span className="min-w-0">
                      <span className="block font-medium">{name}</span>
                      {planned.map((routine) => (
                        <span
                          key={routine}
                          className="block text-[0.8125rem] text-soft wrap-anywhere"
                        >
                          {routine}
                        </span>
                      ))}
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
            {words.turns ? (
              <label className="flex min-h-11 items-center gap-3">
                <input
                  type="checkbox"
                  name="takesTurns"
                  defaultChecked={error?.values ? error.values.takesTurns === 'on' : true}
                  className="size-4 flex-none accent-accent"
                />
                {words.turns}
              </label>
            ) : null}
            {hasOthers ? (
              <label className="flex min-h-11 items-center gap-3">
                <input
                  type="checkbox"
                  name="pausesOthers"
                  className="size-4 flex-none accent-accent"
                />
                {words.pause}
              </label>
            ) : null}
            <Button disabled={isPending}>{words.add}</Button>
          </>
        )}
      </ActionForm>
    </Card>
  )
}
