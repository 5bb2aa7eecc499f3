'use client'

import { useState } from 'react'
import { Card } from '@/app/_components/ui/card'
import { workoutTime } from '@/app/_components/workout-time'
import { exerciseTotals, sessionTotals } from '@/lib/domain/session-totals'
import { listRecords } from '@/lib/domain/training/records-of'
import { weightKg } from '@/lib/domain/training/shown-sets'
import { presentExercises, presentSets } from '@/lib/domain/training/training'
import { fromMeters } from '@/lib/domain/units'
import { shownWeight } from '@/lib/domain/weight-text'
import { starOf } from './star-of'
import { useSharedTraining } from './training-context'
import { say } from './words'

const MOST_RECORDS = 3

/** What the workout comes to, by the same sums as the server's, with what is not done, and records. */
export function FinishFigures() {
  const { document, words } = useSharedTraining()
  const { end } = words.train
  const { training, person } = document
  const [now] = useState(() => Date.now())
  const sets = presentExercises(training).flatMap(presentSets)
  const done = sets.filter((set) => set.isCompleted).length
  const totals = sessionTotals(
    presentExercises(training).flatMap((exercise) => {
      const tracking = training.facts[exercise.exerciseId]?.tracking
      if (!tracking) return []
      const about = { tracking, bodyWeightKg: person.bodyWeightKg }
      const own = presentSets(exercise).map((set) => ({
        ...set,
        weightKg: set.weight === null ? null : weightKg(set.weight, set.weightUnit),
      }))
      return [exerciseTotals(about, own)]
    }),
  )
  const ended = training.completedAt ? Date.parse(training.completedAt) : now
  const seconds = Math.max(0, (ended - Date.parse(training.startedAt)) / 1000)
  const number = (value: number) => value.toLocaleString(words.locale, { maximumFractionDigits: 2 })
  const [volume, distance] = [totals.volumeKg > 0, totals.distanceMeters > 0]
  const figures = [
    [end.sets, String(done), done < sets.length ? say(end.ofSets, { total: sets.length }) : ''],
    [end.time, workoutTime((key, values) => say(words.length[key], values), seconds), ''],
    volume && [
      end.volume,
      number(shownWeight(totals.volumeKg, { unit: training.weightUnit, what: 'volume' })),
      training.weightUnit,
    ],
    distance && [
      end.distance,
      number(fromMeters(totals.distanceMeters, person.distanceUnit)),
      person.distanceUnit,
    ],
    !volume && !distance && totals.repCount > 0 && [end.reps, number(totals.repCount), ''],
  ].filter((figure) => figure !== false)
  return (
    <>
      <Card className="flex flex-col gap-2 p-4">
        <dl className="flex flex-wrap justify-between gap-x-4 gap-y-2">
          {figures.map(([name, value, unit]) => (
            <div key={name} className="flex flex-col-reverse">
              <dt className="text-xs font-semibold text-soft">{name}</dt>
              <dd className="fig text-[1.75rem] leading-tight" suppressHydrationWarning>
                {value}
                {unit ? <span className="unit">{unit}</span> : null}
              </dd>
            </div>
          ))}
        </dl>
        {training.completedAt === null ? <NotDone /> : null}
      </Card>
      <Records />
    </>
  )
}

/** The sets that are not done, by exercise; a finished workout leaves them out. */
function NotDone() {
  const { document, words } = useSharedTraining()
  const { end } = words.train
  const { training } = document
  const left = new Map<string, number>()
  for (const exercise of presentExercises(training)) {
    const count = presentSets(exercise).filter((set) => !set.isCompleted).length
    const name = training.facts[exercise.exerciseId]?.name ?? ''
    if (count > 0) left.set(name, (left.get(name) ?? 0) + count)
  }
  const count = [...left.values()].reduce((sum, each) => sum + each, 0)
  if (count === 0) return null
  const list = [...left].map(([name, each]) => (count > 1 ? `${each} × ${name}` : name)).join(', ')
  return (
    <p className="text-sm wrap-anywhere text-soft">
      {say(count === 1 ? end.leftOne : end.leftOther, { count, list })}
    </p>
  )
}

/** The best record of each exercise, three at most. */
function Records() {
  const { document, words } = useSharedTraining()
  const { end } = words.train
  const found = listRecords(document)
  if (found.length === 0) return null
  const more = found.length - MOST_RECORDS
  return (
    <Card className="px-4 py-3">
      <h2 className="text-xs font-semibold text-soft">
        {found.length === 1 ? end.recordOne : say(end.recordOther, { count: found.length })}
      </h2>
      <ul className="divide-y divide-line">
        {found.slice(0, MOST_RECORDS).map(({ exerciseId }) => {
          const star = starOf({ document, words }, exerciseId)
          return star ? (
            <li
              key={exerciseId}
              className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 py-2 narrow:grid-cols-1"
            >
              <span className="font-semibold wrap-anywhere">
                <span aria-hidden>★</span> {document.training.facts[exerciseId]?.name}
              </span>
              <span className="fig text-right text-lg leading-tight narrow:order-1 narrow:text-left">
                {star.value}
              </span>
              <span className="text-[0.8125rem] text-soft">{star.name}</span>
              <span className="text-right text-[0.8125rem] text-soft narrow:order-2 narrow:text-left">
                {star.before}
              </span>
            </li>
          ) : null
        })}
      </ul>
      {more > 0 ? (
        <p className="text-sm text-soft">{say(end.recordsMore, { count: more })}</p>
      ) : null}
    </Card>
  )
}
