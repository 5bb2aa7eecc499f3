import { useState } from 'react'
import { newId } from '@/lib/core/id'
import { takesTurns } from '@/lib/domain/training/blocks'
import { presentExercises, presentSets, type Training } from '@/lib/domain/training/training'
import { findStanding } from '@/lib/domain/training/training-edits'
import type { Catalogue } from '@/lib/schemas/training'
import { lastSwap } from './last-swap'
import { useSharedTraining } from './training-context'

const MOST_SETS = 20

/**
 * Puts exercises into the workout, or one in another's place, and goes to the first of them. A partner
 * that stands in the workout already comes from there.
 */
export function useAdd(about: {
  swapFor: string | null
  joins: string | null
  takesSets: boolean
}) {
  const { dispatch, go, words, document } = useSharedTraining()
  const [refusal, setRefusal] = useState<string | null>(null)
  const add = (exercises: readonly Catalogue[number][]) => {
    const replaced = document.training.exercises.find(({ id }) => id === about.swapFor)
    const doneSets = replaced?.sets.filter((set) => set.isCompleted && !set.deletedAt).length ?? 0
    const added: string[] = []
    for (const exercise of exercises) {
      const here = about.joins && standingAlone(document.training, exercise.id)
      if (here && here !== about.joins) {
        const joined = { exerciseLogId: here, partnerId: about.joins ?? '' }
        if (dispatch({ type: 'joinBlock', ...joined }).kind === 'applied') added.push(here)
        continue
      }
      const exerciseLogId = newId()
      const setIds = Array.from({ length: MOST_SETS }, newId)
      const place = { exerciseLogId, exerciseId: exercise.id, setIds, ...about }
      const takenBy = about.takesSets && findStanding(document.training, exercise.id)
      const outcome = dispatch({ type: 'addExercise', ...place }, factsOf(exercise))
      if (outcome.kind === 'applied') added.push(takenBy ? takenBy.id : exerciseLogId)
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

/** The exercise where it is in the workout already, takes turns with none and has sets to do. */
const standingAlone = (training: Training, exerciseId: string): string | undefined =>
  presentExercises(training).find(
    (each) =>
      each.exerciseId === exerciseId &&
      !takesTurns(each) &&
      presentSets(each).some((set) => !set.isCompleted),
  )?.id

const factsOf = ({ name, tracking, isUnilateral, isPlateLoaded, ...own }: Catalogue[number]) => {
  const { isDumbbell, weightUnit, restSeconds, barWeight, ownNote, lastSet } = own
  return {
    ...{ name, tracking, isUnilateral, isPlateLoaded, isDumbbell },
    ...{ weightUnit, restSeconds, barWeight, ownNote },
    lastSet: lastSet && { kind: 'normal' as const, rpe: null, ...lastSet },
  }
}
