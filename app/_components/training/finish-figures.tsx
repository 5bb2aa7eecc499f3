'use client'

import { exerciseTotals, sessionTotals } from '@/lib/domain/session-totals'
import { countRecords } from '@/lib/domain/training/records-of'
import { weightKg } from '@/lib/domain/training/shown-sets'
import { presentExercises, presentSets } from '@/lib/domain/training/training'
import { fromKg } from '@/lib/domain/units'
import { useSharedTraining } from './training-context'

/** What the workout comes to, by the same sums as the server's. */
export function FinishFigures() {
  const { document, words } = useSharedTraining()
  const { end } = words.train
  const { training, person } = document
  const totals = sessionTotals(
    presentExercises(training).flatMap((exercise) => {
      const tracking = training.facts[exercise.exerciseId]?.tracking
      if (!tracking) return []
      const sets = presentSets(exercise).map((set) => ({
        ...set,
        weightKg: set.weight === null ? null : weightKg(set.weight, set.weightUnit),
      }))
      return [exerciseTotals({ tracking, bodyWeightKg: person.bodyWeightKg }, sets)]
    }),
  )
  const figures = [
    [end.sets, String(totals.setCount), ''],
    [end.reps, String(totals.repCount), ''],
    [
      end.volume,
      Math.round(fromKg(totals.volumeKg, training.weightUnit)).toLocaleString(words.locale),
      training.weightUnit,
    ],
    [end.records, String(countRecords(document)), ''],
  ] as const
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {figures.map(([name, value, unit]) => (
        <div key={name}>
          <dt className="text-xs font-semibold text-soft">{name}</dt>
          <dd className="fig text-[1.75rem] leading-tight">
            {value}
            {unit ? <span className="ml-1 text-sm text-soft">{unit}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
