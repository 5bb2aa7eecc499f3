'use client'

import { useState } from 'react'
import { Button } from '@/app/_components/ui/plain-button'
import { barInUnit, MOST_BAR } from '@/lib/domain/gear'
import { setFields } from '@/lib/domain/set-fields'
import { setLabel } from '@/lib/domain/set-numbers'
import { groupsOf, partnersOf, takesTurns } from '@/lib/domain/training/blocks'
import type { ShownSet } from '@/lib/domain/training/shown-sets'
import type { ExerciseFacts, TrainingExercise } from '@/lib/domain/training/training'
import { presentExercises } from '@/lib/domain/training/training'
import { formatDuration, parseTypedDuration, parseTypedNumber } from '@/lib/domain/typed-number'
import { roundTo, type WeightUnit } from '@/lib/domain/units'
import { ChangeForm, type PostedChange } from './change-form'
import { useSharedTraining } from './training-context'
import { TrainingLink } from './training-link'
import { WarmUpForm } from './warm-up-form'
import { say } from './words'

interface ExerciseMenuProps {
  exercise: TrainingExercise
  facts: ExerciseFacts
  rows: readonly ShownSet[]
  unit: WeightUnit
  /** What posts of the note and of the preferences were answered with. */
  posted: readonly [note: PostedChange, preference: PostedChange]
}

const FIELD = 'min-h-11 w-full rounded-control border border-field bg-surface px-3'

/** The note of an exercise, what holds for it from now on, and everything done rarely. */
export function ExerciseMenu({
  exercise,
  facts,
  rows,
  unit,
  posted: [note, preference],
}: ExerciseMenuProps) {
  const { document, words } = useSharedTraining()
  const { menu } = words.train
  const [answer] = note
  const [isSaved, setSaved] = useState(answer !== null && answer[0] === null)
  const partners = partnersOf(document.training, exercise)
  const groups = groupsOf(presentExercises(document.training))
  // Among partners it moves within their block, else past whole blocks.
  const places = partners.length > 1 ? partners : groups.map(([first]) => first)
  const place = places.findIndex((each) => each?.id === exercise.id)
  const exerciseLogId = exercise.id
  return (
    <div className="mt-1 flex flex-col gap-4 pb-2">
      <ChangeForm
        className="flex flex-col gap-2"
        posted={note}
        change={({ notes = '' }) => ({ type: 'noteExercise', exerciseLogId, notes })}
        onDone={() => setSaved(true)}
      >
        <label className="flex flex-col gap-1 text-sm font-semibold">
          {menu.notes}
          <textarea
            key={exercise.notes}
            name="notes"
            rows={2}
            defaultValue={answer?.[0]?.values?.notes ?? exercise.notes}
            className={`${FIELD} py-2 font-normal`}
            onChange={() => setSaved(false)}
          />
        </label>
        <span className="flex items-center gap-3">
          <Button look="quiet" size="compact">
            {menu.saveNotes}
          </Button>
          <span role="status" className="text-sm text-soft">
            {isSaved ? menu.noteSaved : null}
          </span>
        </span>
      </ChangeForm>
      <Preferences {...{ exercise, facts, unit }} posted={preference} />
      <div className="flex flex-wrap gap-2">
        <WarmUpForm {...{ exercise, facts, rows, unit }} />
        {(['up', 'down'] as const).map((direction) => {
          const isEdge = direction === 'up' ? place === 0 : place === places.length - 1
          return (
            <ChangeForm
              key={direction}
              change={() => ({ type: 'moveExercise', exerciseLogId, direction })}
            >
              <Button look="quiet" size="compact" aria-disabled={isEdge || undefined}>
                {direction === 'up' ? menu.moveUp : menu.moveDown}
              </Button>
            </ChangeForm>
          )
        })}
        <TrainingLink view="add" swap={exercise.id} look="quiet" size="compact">
          {menu.swap}
        </TrainingLink>
        <Supersets {...{ exercise, groups }} />
        <ChangeForm change={() => ({ type: 'removeExercise', exerciseLogId })}>
          <Button look="danger" size="compact">
            {menu.remove}
          </Button>
        </ChangeForm>
      </div>
      <div className="flex flex-wrap gap-2">
        {rows.map(({ set, number }) => (
          <ChangeForm key={set.id} change={() => ({ type: 'removeSet', setId: set.id })}>
            <Button look="danger" size="compact">
              {say(menu.removeSet, { set: setLabel(set, number, words.train) })}
            </Button>
          </ChangeForm>
        ))}
      </div>
    </div>
  )
}

/** Makes a superset with a neighbour or a new exercise, or leaves the one it is in. */
function Supersets({
  exercise,
  groups,
}: Pick<ExerciseMenuProps, 'exercise'> & { groups: readonly TrainingExercise[][] }) {
  const { document, words } = useSharedTraining()
  const { block } = words.train
  const exerciseLogId = exercise.id
  const own = groups.findIndex((group) => group.includes(exercise))
  if (takesTurns(exercise) && (groups[own]?.length ?? 0) > 1)
    return (
      <ChangeForm change={() => ({ type: 'leaveBlock', exerciseLogId, isWhole: false })}>
        <Button look="quiet" size="compact">
          {exercise.blockKind === 'superset' ? block.leaveSuperset : block.leave}
        </Button>
      </ChangeForm>
    )
  const neighbours = [groups[own - 1]?.at(-1), groups[own + 1]?.[0]]
  return (
    <>
      {neighbours.map((partner) =>
        partner ? (
          <ChangeForm
            key={partner.id}
            change={() => ({ type: 'joinBlock', exerciseLogId, partnerId: partner.id })}
          >
            <Button look="quiet" size="compact" className="whitespace-normal! text-left">
              {say(block.with, { name: document.training.facts[partner.exerciseId]?.name ?? '' })}
            </Button>
          </ChangeForm>
        ) : null,
      )}
      <TrainingLink view="add" join={exercise.id} look="quiet" size="compact">
        {block.withNew}
      </TrainingLink>
    </>
  )
}

/** Unit, rest and bar, for this exercise in this workout and the next. */
function Preferences({
  exercise,
  facts,
  unit,
  posted,
}: Pick<ExerciseMenuProps, 'exercise' | 'facts' | 'unit'> & {
  posted: PostedChange
}) {
  const { document, words } = useSharedTraining()
  const { menu } = words.train
  const { exerciseId } = exercise
  const hasWeight = setFields(facts.tracking).includes('weight')
  const own = document.person.gear[unit].bar
  const ownUnit = document.training.weightUnit
  return (
    <ChangeForm
      className="flex flex-col gap-2"
      posted={posted}
      change={(fields) => {
        const weightUnit =
          fields.weightUnit === 'kg' || fields.weightUnit === 'lb' ? fields.weightUnit : null
        const bar = within(parseTypedNumber(fields.barWeight ?? ''), { most: MOST_BAR, step: 0.01 })
        return {
          ...{ type: 'preferExercise', exerciseId, weightUnit },
          restSeconds: within(parseTypedDuration(fields.restSeconds ?? ''), { most: 600, step: 1 }),
          barWeight: bar === null ? null : barInUnit(bar, unit, weightUnit ?? ownUnit),
        }
      }}
    >
      <input type="hidden" name="barUnit" value={unit} />
      <input type="hidden" name="ownUnit" value={ownUnit} />
      <p className="text-sm font-semibold">{menu.prefer}</p>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-3">
        {hasWeight ? (
          <label className="flex flex-col gap-1 text-sm text-soft">
            {menu.unit}
            <select
              key={facts.weightUnit}
              name="weightUnit"
              defaultValue={facts.weightUnit ?? ''}
              className={FIELD}
            >
              <option value="">{menu.ownUnit}</option>
              <option value="kg">kg</option>
              <option value="lb">lb</option>
            </select>
          </label>
        ) : null}
        <label className="flex flex-col gap-1 text-sm text-soft">
          {menu.rest}
          <input
            key={facts.restSeconds}
            name="restSeconds"
            autoComplete="off"
            pattern="[0-9:.,]*"
            defaultValue={facts.restSeconds === null ? '' : formatDuration(facts.restSeconds)}
            placeholder={formatDuration(document.person.restSeconds)}
            className={FIELD}
          />
        </label>
        {facts.isPlateLoaded ? (
          <label className="flex flex-col gap-1 text-sm text-soft">
            {menu.bar} ({unit})
            <input
              key={facts.barWeight}
              name="barWeight"
              autoComplete="off"
              pattern="[0-9.,]*"
              inputMode="decimal"
              defaultValue={facts.barWeight ?? ''}
              placeholder={String(own)}
              className={FIELD}
            />
          </label>
        ) : null}
      </div>
      <Button look="quiet" size="compact" className="self-start">
        {menu.save}
      </Button>
    </ChangeForm>
  )
}

const within = (
  value: number | null,
  { most, step }: { most: number; step: number },
): number | null => (value === null || value < 0 ? null : Math.min(most, roundTo(value, step)))
