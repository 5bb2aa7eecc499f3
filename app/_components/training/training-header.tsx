'use client'

import { useEffect, useState } from 'react'
import { presentExercises, presentSets } from '@/lib/domain/training/training'
import { formatDuration } from '@/lib/domain/typed-number'
import { useSharedTraining } from './training-context'
import { TrainingLink } from './training-link'
import { say } from './words'

/** What the workout is called, how long it goes on, how far it is, and the way out. */
export function TrainingHeader() {
  const { document, words } = useSharedTraining()
  const { train } = words
  const { training } = document
  const sets = presentExercises(training).flatMap(presentSets)
  const done = sets.filter((set) => set.isCompleted).length
  return (
    <header className="sticky top-0 z-10 -mx-4 flex items-center justify-between gap-3 bg-ground px-4 py-2.5">
      <div className="min-w-0">
        <h1 className="truncate text-sm font-semibold text-soft">{training.name}</h1>
        <p className="flex items-baseline gap-2">
          <Elapsed startedAt={training.startedAt} />
          <span className="text-[15px] text-soft">
            · {say(train.setsDone, { done, total: sets.length })}
          </span>
        </p>
      </div>
      <TrainingLink view="finish" size="compact">
        {train.finish}
      </TrainingLink>
    </header>
  )
}

/** Time since the start, ticking; drawn by the server first, so that it stands without JavaScript. */
function Elapsed({ startedAt }: { startedAt: string }) {
  const read = () => (Date.now() - Date.parse(startedAt)) / 1000
  const [elapsed, setElapsed] = useState(read)
  useEffect(() => {
    const timer = setInterval(() => setElapsed((Date.now() - Date.parse(startedAt)) / 1000), 1000)
    return () => clearInterval(timer)
  }, [startedAt])
  return (
    <span className="fig text-[22px]" suppressHydrationWarning>
      {formatDuration(Math.max(0, elapsed))}
    </span>
  )
}
