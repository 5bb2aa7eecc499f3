'use client'

import { useEffect } from 'react'
import { EmptyState } from '@/app/_components/ui/card'
import { presentExercises, type TrainingDocument } from '@/lib/domain/training/training'
import { AddView, keepCatalogue } from './add-view'
import { ExerciseCard } from './exercise-card'
import { FinishView } from './finish-view'
import { FinishedView } from './finished-view'
import { LastRemoved } from './last-removed'
import { QuietWorkout } from './quiet-workout'
import { RestTimer } from './rest-timer'
import { type TrainingPlace, TrainingProvider, useSharedTraining } from './training-context'
import { TrainingHeader } from './training-header'
import { TrainingLink } from './training-link'
import { Unsent } from './unsent'
import type { TrainWords } from './words'

interface TrainingScreenProps {
  document: TrainingDocument
  words: TrainWords
  place: TrainingPlace
}

/** The workout that is going on: the same with a network, without one, and without JavaScript. */
export function TrainingScreen(props: TrainingScreenProps) {
  return (
    <TrainingProvider {...props}>
      <Shown />
    </TrainingProvider>
  )
}

function Shown() {
  const { document, place } = useSharedTraining()
  const userId = document.person.id
  useEffect(() => void keepCatalogue(userId), [userId])
  if (document.training.status === 'completed') return <FinishedView />
  if (place.view === 'add') return <AddView swapFor={place.swapFor} />
  return place.view === 'finish' ? <FinishView /> : <Workout />
}

function Workout() {
  const { document, words } = useSharedTraining()
  const { train } = words
  const present = presentExercises(document.training)
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-3 pb-28">
      <TrainingHeader />
      <Unsent />
      <QuietWorkout />
      <RestTimer />
      <LastRemoved />
      {present.map((exercise) => (
        <ExerciseCard key={exercise.id} exercise={exercise} />
      ))}
      {present.length === 0 ? <EmptyState title={train.empty} /> : null}
      <TrainingLink view="add" look="quiet">
        {train.addExercise}
      </TrainingLink>
    </div>
  )
}
