'use client'

import { type ReactNode, useState } from 'react'
import {
  presentExercises,
  presentSets,
  type TrainingExercise,
} from '@/lib/domain/training/training'
import { Picker } from '../picker/picker'
import { PickerContext } from '../picker/picker-context'
import { CANCEL } from '../picker/picker-search'
import { LiveDock } from './live-dock'
import { useSharedTraining } from './training-context'
import { TrainingLink } from './training-link'
import { useAdd } from './use-add'
import { say } from './words'

/** Below the rest, which goes on. */
const AddBar = ({ children }: { children: ReactNode }) => (
  <LiveDock>
    {children ? <div className="mx-auto max-w-2xl px-2 py-1.5">{children}</div> : null}
  </LiveDock>
)

interface AddViewProps {
  swapFor: string | null
  /** The exercise whose block others are to come into. */
  joins: string | null
}

/** Adds exercises to the workout, puts one in another's place or makes a superset with another. */
export function AddView({ swapFor, joins }: AddViewProps) {
  const { document, words } = useSharedTraining()
  const { add: said } = words.train
  const { training } = document
  const logOf = (logId: string | null) => training.exercises.find((each) => each.id === logId)
  const factsOf = (log: TrainingExercise | undefined) => log && training.facts[log.exerciseId]
  const swapped = logOf(swapFor)
  const [name, partner] = [factsOf(swapped)?.name, factsOf(logOf(joins))?.name]
  const sets = swapped ? presentSets(swapped) : []
  const done = sets.filter((set) => set.isCompleted).length
  // Where nothing is left to do, the wrong exercise was logged.
  const [takesSets, setTakesSets] = useState(done > 0 && done === sets.length)
  const { add, refusal } = useAdd({ swapFor, joins, takesSets })
  const about = name
    ? say(said.swapTitle, { name })
    : partner && say(said.joinTitle, { name: partner })
  const { person } = document
  const { kinds, locale } = words
  const present = new Set(presentExercises(training).map(({ exerciseId }) => exerciseId))
  return (
    <PickerContext
      value={{ add: said, kinds, locale, person, weightUnit: training.weightUnit, present }}
    >
      <Picker
        {...{ about, refusal }}
        swapped={swapped?.exerciseId}
        counted={takesSets ? factsOf(swapped)?.tracking : undefined}
        hereText={said[partner ? 'inWorkoutJoins' : takesSets ? 'inWorkoutTakes' : 'inWorkout']}
        joinText={joins ? said.joinButton : undefined}
        cancel={
          <TrainingLink view="workout" className={CANCEL}>
            {said.cancel}
          </TrainingLink>
        }
        question={
          done > 0 ? (
            <fieldset className="mb-2 rounded-control border border-line px-3 py-1">
              <legend className="sr-only">{said.setsLegend}</legend>
              {[false, true].map((takes) => (
                <label
                  key={String(takes)}
                  className="flex min-h-11 items-center gap-3 py-1 leading-tight"
                >
                  <input
                    type="radio"
                    name="takesSets"
                    checked={takesSets === takes}
                    onChange={() => setTakesSets(takes)}
                    className="size-5 flex-none accent-accent"
                  />
                  {say(said[takes ? 'setsMove' : 'setsStay'], { count: done })}
                </label>
              ))}
            </fieldset>
          ) : null
        }
        onAdd={add}
        bar={AddBar}
      />
    </PickerContext>
  )
}
