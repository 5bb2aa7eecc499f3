'use client'

import { type ReactNode, Suspense, useEffect } from 'react'
import { EmptyState } from '@/app/_components/ui/card'
import { groupsOf, isTimed, takesTurns } from '@/lib/domain/training/blocks'
import {
  isPresent,
  presentExercises,
  presentSets,
  type TrainingDocument,
} from '@/lib/domain/training/training'
import { keepCatalogue } from '@/lib/offline/keep-catalogue'
import { BlockCard } from './block-card'
import { ClientOnly } from './client-only'
import { ExerciseCard } from './exercise-card'
import { AddView, FinishedView, FinishView, loadLaterParts, StuckChanges } from './later-parts'
import { LiveDock } from './live-dock'
import { QuietWorkout } from './quiet-workout'
import { type TrainingPlace, TrainingProvider, useSharedTraining } from './training-context'
import { TrainingHeader } from './training-header'
import { TrainingLink } from './training-link'
import { UndoRemoved } from './undo-removed'
import { Unsent } from './unsent'
import { useLanding } from './use-landing'
import { useNextInView } from './use-next-in-view'
import type { TrainWords } from './words'

interface TrainingScreenProps {
  document: TrainingDocument
  words: TrainWords
  place: TrainingPlace
  /** The page that shows the end first brings it along, since lazy parts need JavaScript. */
  end?: ReactNode
}

/** The workout that is going on: the same with a network, without one, and without JavaScript. */
export function TrainingScreen({ end, ...props }: TrainingScreenProps) {
  return (
    <TrainingProvider {...props}>
      <Shown end={end} />
    </TrainingProvider>
  )
}

function Shown({ end }: { end: ReactNode }) {
  const { document, place } = useSharedTraining()
  const userId = document.person.id
  useEffect(() => void keepCatalogue(userId), [userId])
  useEffect(() => {
    const left = new AbortController()
    for (const press of ['pointerdown', 'keydown'])
      addEventListener(press, loadLaterParts, { once: true, signal: left.signal })
    return () => left.abort()
  }, [])
  const isOver = document.training.status === 'completed'
  // The server sends what stands in a boundary in a way that may need JavaScript.
  if (!isOver && place.view === 'workout') return <Workout />
  if (!isOver && place.view === 'finish' && end) return end
  return <Suspense>{isOver ? <FinishedView /> : <Later place={place} />}</Suspense>
}

const Later = ({ place }: { place: TrainingPlace }) =>
  place.view === 'add' ? <AddView swapFor={place.swapFor} joins={place.joins} /> : <FinishView />

function Stuck() {
  const { entries, document } = useSharedTraining()
  // Those of a set that is shown stand at it.
  const stuck = entries.filter(
    ({ problem, operation }) =>
      problem && !(operation.type === 'logSet' && isPresent(document.training, operation.setId)),
  )
  return stuck.length > 0 ? (
    <ClientOnly>
      <StuckChanges entries={stuck} />
    </ClientOnly>
  ) : null
}

function Workout() {
  const { document, words } = useSharedTraining()
  const { train } = words
  const present = presentExercises(document.training)
  useLanding()
  useNextInView(
    present.flatMap(presentSets).filter((set) => set.isCompleted).length,
    document.training.id,
  )
  return (
    <div data-workout className="-mx-2 flex max-w-2xl flex-col gap-2 sm:mx-auto">
      <TrainingHeader />
      <Unsent isUrgent />
      <Stuck />
      <QuietWorkout />
      <UndoRemoved />
      {groupsOf(present).map((group) => {
        const [first] = group
        if (!first) return null
        const isBlock = takesTurns(first) && (group.length > 1 || isTimed(first))
        return isBlock ? (
          <BlockCard key={`block-${first.block}`} group={group} />
        ) : (
          <ExerciseCard key={first.id} exercise={first} />
        )
      })}
      {present.length === 0 ? <EmptyState title={train.empty} /> : null}
      <TrainingLink view="add" look="quiet">
        {train.addExercise}
      </TrainingLink>
      <Unsent isUrgent={false} />
      <LiveDock />
    </div>
  )
}
