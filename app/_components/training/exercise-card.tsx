'use client'

import { useState } from 'react'
import { Card } from '@/app/_components/ui/card'
import { Button } from '@/app/_components/ui/plain-button'
import { newId } from '@/lib/core/id'
import { distanceUnitFor, setFields } from '@/lib/domain/set-fields'
import { setText } from '@/lib/domain/set-text'
import { targetText } from '@/lib/domain/target-text'
import { takesTurns } from '@/lib/domain/training/blocks'
import { recordsOf } from '@/lib/domain/training/records-of'
import { shownSets, unitOf } from '@/lib/domain/training/shown-sets'
import {
  type ExerciseFacts,
  presentSets,
  type TrainingExercise,
} from '@/lib/domain/training/training'
import { formatDuration } from '@/lib/domain/typed-number'
import { BarHelp } from './bar-help'
import { ChangeForm, usePostedChange } from './change-form'
import { Disclosure } from './disclosure'
import { ExerciseHelp } from './exercise-help'
import { ExerciseMenu } from './exercise-menu'
import { LaterHelp, LaterMenu } from './later-parts'
import { ROW_GRID, SetRow } from './set-row'
import { useSharedTraining } from './training-context'
import { useRecordSets } from './use-record-sets'
import { say, type TrainWords } from './words'

/** One exercise: what to do, its sets, and everything that helps with them. */
export function ExerciseCard({ exercise }: { exercise: TrainingExercise }) {
  const { document, words, weightDrafts, nextSetId } = useSharedTraining()
  const posted = [usePostedChange(), usePostedChange()] as const
  const recordSets = useRecordSets(document, exercise)
  const [focusedSetId, setFocused] = useState<string | null>(null)
  const { train } = words
  const { training } = document
  const facts = training.facts[exercise.exerciseId]
  if (!facts) return null
  const rows = shownSets(document, exercise, weightDrafts)
  const plainRecords = typeof window === 'undefined' ? recordsOf(document, exercise.exerciseId) : []
  const unit = unitOf(training, exercise.exerciseId)
  const active =
    rows.find(({ set }) => set.id === focusedSetId) ??
    rows.find(({ set }) => set.id === nextSetId) ??
    rows.find(({ set }) => !set.isCompleted) ??
    rows.at(-1)
  return (
    <Card
      className="relative pt-3.5"
      aria-labelledby={`exercise-${exercise.id}`}
      id={`log-${exercise.id}`}
    >
      <header className="px-3.5 pb-2">
        <h2 id={`exercise-${exercise.id}`} className="pr-26 text-[17px] font-semibold">
          {facts.name}
        </h2>
        <p className="min-h-5 pr-26 text-[13px] text-soft">
          {subtitle(exercise, facts, { words, document })}
        </p>
        {exercise.reason ? (
          <p className="text-[13px]">
            {say(words.why[exercise.reason.key] ?? '', exercise.reason.values)}
          </p>
        ) : null}
        {exercise.planNotes ? (
          <p className="text-[13px] text-soft">{say(train.plan, { note: exercise.planNotes })}</p>
        ) : null}
        {exercise.notes ? (
          <p className="text-[13px] whitespace-pre-line">{exercise.notes}</p>
        ) : null}
        <Disclosure
          name={say(train.help.open, { exercise: facts.name })}
          sign="★"
          place="right-[60px]"
          plain={
            typeof window === 'undefined' ? <ExerciseHelp {...{ exercise, facts, rows }} /> : null
          }
        >
          <LaterHelp {...{ exercise, facts, rows }} />
        </Disclosure>
      </header>
      <div
        aria-hidden
        className={`${ROW_GRID} pb-1 text-center text-[11.5px] font-semibold text-soft`}
      >
        <span>{train.columns.set}</span>
        <span>{train.columns.previous}</span>
        <span className="grid auto-cols-fr grid-flow-col gap-1">
          {columnHeads(facts, { unit, distanceUnit: document.person.distanceUnit }, train).map(
            (head) => (
              <span key={head}>{head}</span>
            ),
          )}
        </span>
        <span>{train.columns.rpe}</span>
      </div>
      <ol>
        {rows.map((row) => (
          <SetRow
            key={row.set.id}
            {...row}
            exerciseId={exercise.exerciseId}
            facts={facts}
            opId={newId()}
            hasRecord={recordSets.has(row.set.id)}
            plainRecord={plainRecords.some(({ setId }) => setId === row.set.id)}
            onFocus={() => setFocused(row.set.id)}
          />
        ))}
      </ol>
      <footer className="flex flex-wrap items-start gap-1.5 border-t border-line px-2.5 py-2.5">
        <ChangeForm
          change={() => ({
            type: 'addSets',
            exerciseLogId: exercise.id,
            sets: [{ id: newId(), kind: 'normal' }],
            isFirst: false,
          })}
        >
          <Button look="quiet" size="compact">
            {train.addSet}
          </Button>
        </ChangeForm>
        {active ? <BarHelp {...{ facts, active }} exerciseId={exercise.exerciseId} /> : null}
        <Disclosure
          name={say(train.menu.open, { exercise: facts.name })}
          sign="⋯"
          place="right-2.5"
          className="open:basis-full"
          isOpenAtFirst={posted.some(([answer]) => answer !== null) || undefined}
          plain={
            typeof window === 'undefined' ? (
              <ExerciseMenu {...{ exercise, facts, rows, unit, posted }} />
            ) : null
          }
        >
          <LaterMenu {...{ exercise, facts, rows, unit, posted }} />
        </Disclosure>
      </footer>
    </Card>
  )
}

function subtitle(
  exercise: TrainingExercise,
  facts: ExerciseFacts,
  { words, document }: Pick<ReturnType<typeof useSharedTraining>, 'words' | 'document'>,
): string {
  const { train } = words
  const units = {
    weightUnit: unitOf(document.training, exercise.exerciseId),
    distanceUnit: document.person.distanceUnit,
  }
  const previous = document.past[exercise.exerciseId]?.previous ?? []
  const last = previous.map((set) => setText(set, facts.tracking, units)).join(', ')
  const rest = exercise.restSeconds ?? facts.restSeconds
  const working = presentSets(exercise).filter((set) => set.kind !== 'warmup')
  const target = working.find((set) => set.target !== null)?.target
  const about = { tracking: facts.tracking, unit: units.distanceUnit }
  const asked = target ? targetText(target, about) : ''
  return [
    takesTurns(exercise) ? '' : train.blocks[exercise.blockKind],
    asked && `${working.length} × ${asked}`,
    rest ? say(train.restFor, { time: formatDuration(rest) }) : '',
    exercise.tempo ?? '',
    last ? say(train.lastTime, { sets: last }) : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

function columnHeads(
  { tracking }: ExerciseFacts,
  { unit, distanceUnit }: { unit: 'kg' | 'lb'; distanceUnit: 'km' | 'mi' },
  { columns }: TrainWords['train'],
): string[] {
  const heads = {
    weight: weightHead(tracking, unit, columns),
    reps: columns.reps,
    durationSeconds: columns.time,
    distance: distanceUnitFor(tracking, distanceUnit),
  }
  return setFields(tracking).map((field) => heads[field])
}

function weightHead(
  tracking: ExerciseFacts['tracking'],
  unit: 'kg' | 'lb',
  columns: TrainWords['train']['columns'],
): string {
  if (tracking === 'assisted_bodyweight') return say(columns.assistance, { unit })
  return tracking === 'weighted_bodyweight' ? say(columns.added, { unit }) : unit
}
