'use client'

import { estimateOneRepMax } from '@/lib/domain/one-rep-max'
import { recordBucket, recordValue } from '@/lib/domain/record-text'
import { RECORD_KINDS } from '@/lib/domain/records'
import { setText } from '@/lib/domain/set-text'
import { type ShownSet, unitOf, weightKg } from '@/lib/domain/training/shown-sets'
import type { ExerciseFacts, TrainingExercise } from '@/lib/domain/training/training'
import { weightText } from '@/lib/domain/weight-text'
import { useSharedTraining } from './training-context'
import { say } from './words'

/** Last times, records and the own note, one press away. */
export function ExerciseHelp({
  exercise,
  facts,
  rows,
}: {
  exercise: TrainingExercise
  facts: ExerciseFacts
  rows: readonly ShownSet[]
}) {
  const { document, words } = useSharedTraining()
  const { train } = words
  const past = document.past[exercise.exerciseId]
  const units = {
    weightUnit: unitOf(document.training, exercise.exerciseId),
    distanceUnit: document.person.distanceUnit,
  }
  const estimate = estimateToday(facts, rows)
  const standing = (past?.standing ?? []).toSorted(
    (a, b) => RECORD_KINDS.indexOf(a.kind) - RECORD_KINDS.indexOf(b.kind) || a.bucket - b.bucket,
  )
  const reader = { ...units, tracking: facts.tracking }
  const last = past?.previous ?? []
  return (
    <div className="mt-2 flex flex-col gap-3 pb-2 text-sm">
      {facts.ownNote ? (
        <p className="whitespace-pre-line">
          <span className="font-semibold text-soft">{train.help.ownNote}: </span>
          {facts.ownNote}
        </p>
      ) : null}
      {last.length > 0 ? (
        <p>
          <span className="font-semibold text-soft">{train.help.last}: </span>
          <span className="fig text-[1.0625rem]">
            {last.map((set, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: A past set is nothing but its place.
              <span key={place}>
                {place > 0 ? ' · ' : null}
                <span className="whitespace-nowrap">{setText(set, facts.tracking, units)}</span>
              </span>
            ))}
          </span>
        </p>
      ) : null}
      {estimate !== null ? (
        <p>
          <span className="font-semibold text-soft">{train.help.estimate}: </span>
          <span className="fig text-[1.0625rem]">
            {weightText(estimate, { unit: units.weightUnit, what: 'estimate' })}
          </span>
        </p>
      ) : null}
      {standing.length > 0 ? (
        <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1" aria-label={train.help.records}>
          {standing.map((record) => (
            <div key={`${record.kind}:${record.bucket}`} className="contents">
              <dt className="text-soft">
                {say(words.records[record.kind], { bucket: recordBucket(record, reader) })}
              </dt>
              <dd className="fig text-right text-[1.0625rem]">{recordValue(record, reader)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {last.length === 0 && standing.length === 0 ? (
        <p className="text-soft">{train.help.none}</p>
      ) : null}
      <a
        href={`/exercises/${exercise.exerciseId}?workout=${document.training.id}#last-times`}
        className="font-semibold text-accent"
      >
        {train.help.more}
      </a>
    </div>
  )
}

/** The best estimate of the sets done today, kilograms. */
function estimateToday({ tracking }: ExerciseFacts, rows: readonly ShownSet[]): number | null {
  if (tracking !== 'weight_reps') return null
  const estimates = rows.flatMap(({ set }) => {
    const counts = set.isCompleted && !set.isSlip && set.kind !== 'warmup'
    if (!counts || set.weight === null || set.reps === null) return []
    const weight = weightKg(set.weight, set.weightUnit)
    return estimateOneRepMax({ weight, reps: set.reps }) ?? []
  })
  return estimates.length > 0 ? Math.max(...estimates) : null
}
