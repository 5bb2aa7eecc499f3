'use client'

import { useEffect, useState } from 'react'
import { useMeasured } from '@/app/_components/ui/use-measured'
import { presentExercises, presentSets } from '@/lib/domain/training/training'
import { formatDuration } from '@/lib/domain/typed-number'
import { useSharedTraining } from './training-context'
import { TrainingLink } from './training-link'
import { say } from './words'

/** What the workout is called, how long it goes on, how far it is, and the way out: always in sight. */
export function TrainingHeader() {
  const { document, words, nextSetId, link } = useSharedTraining()
  const { train } = words
  const { training } = document
  const header = useMeasured<HTMLElement>('--head')
  const sets = presentExercises(training).flatMap(presentSets)
  const done = sets.filter((set) => set.isCompleted).length
  const isAllDone = sets.length > 0 && nextSetId === null
  return (
    <header
      ref={header}
      className="sticky top-0 z-10 -mx-2 -mt-4 grid grid-cols-[minmax(0,1fr)_auto] items-center gap-2 bg-surface px-3 pt-[calc(7px+env(safe-area-inset-top))] pb-2.5 sm:-mx-4 lg:-mt-7 lg:mx-0 lg:border-x"
    >
      <div className="min-w-0">
        <h1
          aria-label={training.name}
          className={`text-[min(0.8125rem,21px)] leading-tight font-semibold tracking-normal text-soft wrap-anywhere ${link === 'offline' ? '' : 'narrow:sr-only'}`}
        >
          {link === 'offline' ? <span className="text-watch">{train.offline}</span> : training.name}
        </h1>
        <p className="flex flex-wrap items-baseline gap-x-2.5 leading-[1.15]">
          <Elapsed startedAt={training.startedAt} />
          <span className="text-[min(0.875rem,21px)] text-soft">
            {say(train.setsDone, { done, total: sets.length })}
          </span>
        </p>
      </div>
      <TrainingLink view="finish" look={isAllDone ? 'primary' : 'tile'}>
        {train.finish}
      </TrainingLink>
      <span aria-hidden className="absolute inset-x-0 bottom-0 block h-[3px] bg-line">
        <span
          className="block h-full origin-left bg-soft transition-transform duration-120 ease-out"
          style={{ transform: `scaleX(${sets.length > 0 ? done / sets.length : 0})` }}
        />
      </span>
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
    <span className="fig text-[1.625rem]" suppressHydrationWarning>
      {formatDuration(Math.max(0, elapsed))}
    </span>
  )
}
