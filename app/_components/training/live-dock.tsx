'use client'

import { type ReactNode, useState } from 'react'
import { Dock } from '@/app/_components/ui/dock'
import { restAfter } from '@/lib/domain/training/set-order'
import { presentExercises, presentSets } from '@/lib/domain/training/training'
import { ClientOnly } from './client-only'
import { KeyStrip, RestBar } from './later-parts'
import { useFocusedCell, useSharedTraining } from './training-context'
import { TrainingLink } from './training-link'

/**
 * What lies at thumb height in a workout: the rest, the keys of a field, or the way to finish; what a
 * part of the screen adds lies below the rest.
 */
export function LiveDock({ children }: { children?: ReactNode }) {
  const { document, nextSetId } = useSharedTraining()
  const cell = useFocusedCell()
  const [hasKeys, setKeys] = useState(false)
  // The keys are loaded with the first field, and stay for the dialog that they open.
  if (cell && !hasKeys) setKeys(true)
  const rest = restAfter(document.training, document.person.restSeconds)
  const sets = presentExercises(document.training).flatMap(presentSets)
  return (
    <Dock>
      {nextSetId === null && sets.length > 0 && cell === null && children === undefined ? (
        <AllDone />
      ) : null}
      {rest ? (
        <ClientOnly>
          <RestBar key={rest.setId} rest={rest} isAway={cell !== null} />
        </ClientOnly>
      ) : null}
      {hasKeys ? (
        <ClientOnly>
          <KeyStrip cell={cell} rest={rest} />
        </ClientOnly>
      ) : null}
      {children}
    </Dock>
  )
}

function AllDone() {
  const { train } = useSharedTraining().words
  return (
    <div className="mx-auto flex min-h-16 max-w-2xl flex-wrap items-center justify-between gap-x-3 gap-y-1 py-1.5 pr-2.5 pl-4">
      <p className="font-semibold">{train.timer.allDone}</p>
      <TrainingLink view="finish">{train.finish}</TrainingLink>
    </div>
  )
}
