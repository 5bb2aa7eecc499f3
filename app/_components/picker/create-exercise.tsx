'use client'

import { useState, useSyncExternalStore } from 'react'
import { Notice } from '@/app/_components/ui/notice'
import { Button } from '@/app/_components/ui/plain-button'
import { newId } from '@/lib/core/id'
import { createExercise } from '@/lib/offline/create-exercise'
import type { Catalogue } from '@/lib/schemas/training'
import { usePicking } from './picker-context'
import type { PickerFilters } from './picker-search'

interface CreateExerciseProps {
  /** What was typed and filtered when nothing fitting was found. */
  query: string
  filters: PickerFilters
  isSwap: boolean
  onCancel: () => void
  onCreated: (exercise: Catalogue[number]) => void
}

const FIELD =
  'min-h-12 w-full rounded-control border border-faint bg-surface px-3 text-base font-normal'

/** An own exercise in three answers; the rest of it can be told on its page. */
export function CreateExercise(props: CreateExerciseProps) {
  const { query, filters, isSwap, onCancel, onCreated } = props
  const { add, kinds, person } = usePicking()
  const isOnline = useOnline()
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [id] = useState(newId)
  const create = async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '')
    const [name, tracking, muscle] = [text('name').trim(), text('tracking'), text('muscle')]
    setPending(true)
    const own = { id, name, tracking, muscle, equipment: text('equipment') }
    const created = await createExercise(person.id, own)
    setPending(false)
    if ('exercise' in created) onCreated(created.exercise)
    else setProblem(created.problem ?? add.failed)
  }
  return (
    <form
      className="mx-auto flex max-w-2xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isPending) void create(new FormData(event.currentTarget))
      }}
    >
      <h1 className="text-[1.375rem] font-bold">{add.createTitle}</h1>
      {isOnline ? null : <Notice tone="watch">{add.offline}</Notice>}
      {problem ? <Notice tone="bad">{problem}</Notice> : null}
      <label className="flex flex-col gap-1 text-sm font-semibold">
        {add.name}
        <input
          name="name"
          required
          maxLength={100}
          autoComplete="off"
          defaultValue={query.trim()}
          className={FIELD}
        />
      </label>
      <Choice name="tracking" label={add.tracking} options={kinds.trackingKinds} />
      <Choice
        name="muscle"
        label={add.muscle}
        none={add.noMuscle}
        chosen={filters.muscle}
        options={kinds.muscles}
      />
      <Choice
        name="equipment"
        label={add.equipment}
        none={add.noMuscle}
        chosen={filters.equipment}
        options={kinds.equipment}
      />
      <div className="grid grid-cols-2 narrow:grid-cols-1 gap-2">
        <Button type="button" look="quiet" onClick={onCancel}>
          {add.cancel}
        </Button>
        <Button aria-disabled={isPending || !isOnline} className="whitespace-normal">
          {isSwap ? add.createSwap : add.createButton}
        </Button>
      </div>
    </form>
  )
}

function Choice(props: {
  name: string
  label: string
  none?: string
  chosen?: string
  options: Readonly<Record<string, string>>
}) {
  const { name, label, none, chosen, options } = props
  return (
    <label className="flex flex-col gap-1 text-sm font-semibold">
      {label}
      <select name={name} defaultValue={chosen} className={`${FIELD} narrow:text-sm`}>
        {none ? <option value="">{none}</option> : null}
        {Object.entries(options).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

function useOnline(): boolean {
  const follow = (changed: () => void) => {
    const events = ['online', 'offline']
    for (const event of events) addEventListener(event, changed)
    return () => {
      for (const event of events) removeEventListener(event, changed)
    }
  }
  return useSyncExternalStore(
    follow,
    () => navigator.onLine,
    () => true,
  )
}
