import { useState } from 'react'
import { newId } from '@/lib/core/id'
import type { ExerciseFacts } from '@/lib/domain/training/training'
import { lastSwap } from './last-swap'
import { useSharedTraining } from './training-context'

/** An exercise with what a workout has to know of it. */
export type Addable = ExerciseFacts & { id: string }

const MOST_SETS = 20

/** Puts exercises into the workout, or one in another's place, and goes to the first of them. */
export function useAdd(about: {
  swapFor: string | null
  joins: string | null
  takesSets: boolean
}) {
  const { dispatch, go, words, document } = useSharedTraining()
  const [refusal, setRefusal] = useState<string | null>(null)
  const add = (exercises: readonly Addable[]) => {
    const replaced = document.training.exercises.find(({ id }) => id === about.swapFor)
    const doneSets = replaced?.sets.filter((set) => set.isCompleted && !set.deletedAt).length ?? 0
    const added: string[] = []
    for (const exercise of exercises) {
      const exerciseLogId = newId()
      const setIds = Array.from({ length: MOST_SETS }, newId)
      const place = { exerciseLogId, exerciseId: exercise.id, setIds, ...about }
      const outcome = dispatch({ type: 'addExercise', ...place }, factsOf(exercise))
      if (outcome.kind === 'applied') added.push(exerciseLogId)
      else {
        const isFull = outcome.kind === 'refused' && outcome.key === 'workoutFull'
        setRefusal(isFull ? words.train.add.full : words.train.add.gone)
      }
    }
    if (added.length === 0) return
    const taken = about.takesSets ? doneSets : 0
    Object.assign(lastSwap, { gone: about.swapFor, came: added[0], at: Date.now(), taken })
    go({ view: 'workout' }, added[0])
  }
  return { add, refusal }
}

const factsOf = ({ name, tracking, isUnilateral, isPlateLoaded, ...own }: Addable) => {
  const { weightUnit, restSeconds, barWeight, ownNote } = own
  return {
    ...{ name, tracking, isUnilateral, isPlateLoaded },
    ...{ weightUnit, restSeconds, barWeight, ownNote },
  }
}
