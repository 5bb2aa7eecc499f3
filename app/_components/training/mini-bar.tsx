'use client'

import { useEffect, useState } from 'react'
import { Dock, DockLine } from '@/app/_components/ui/dock'
import { figuresOf, nextUp } from '@/lib/domain/training/next-up'
import { type Rest, restAfter } from '@/lib/domain/training/set-order'
import { presentExercises, type TrainingDocument } from '@/lib/domain/training/training'
import { formatDuration } from '@/lib/domain/typed-number'
import { findRunningOnPhone } from '@/lib/offline/find-running-on-phone'
import { openStore } from '@/lib/offline/open-store'
import type { TypedSet } from '@/lib/offline/phone-store'
import { NEXT_SET } from './next-set'
import { useRest, useRing } from './use-rest'
import { say, sayReps } from './words'

/** What the bar says, out of the catalogue of the live workout. */
export interface MiniBarWords {
  back: string
  /** The same in sight, where there is little room. */
  short: string
  open: string
  set: string
  warmUp: string
  allDone: string
  noSets: string
  rep: string
  reps: string
  rest: string
  restDone: string
}

interface MiniBarProps {
  userId: string
  words: MiniBarWords
}

/** The workout that goes on, as one bar that leads back to it: next set, exercise, clock and rest. */
export function MiniBar({ userId, words }: MiniBarProps) {
  const [running, setRunning] = useState<TrainingDocument | null>(null)
  const [typed, setTyped] = useState<Readonly<Record<string, TypedSet>>>({})
  useEffect(() => {
    let isHere = true
    const shown = document.querySelector<HTMLElement>('[data-running-workout]')
    void findRunningOnPhone(userId, {
      shownId: shown?.dataset.runningWorkout,
      tell: async (found) => {
        if (isHere) setRunning(found)
        if (!found) return
        const { store } = await openStore()
        const known = await store.listTyped(userId, found.training.id)
        if (isHere) setTyped(known)
      },
      // A phone that cannot be read shows no bar.
    }).catch(() => undefined)
    return () => {
      isHere = false
    }
  }, [userId])
  return running ? (
    <Dock>
      <Bar document={running} {...{ words, typed }} />
    </Dock>
  ) : null
}

interface BarProps {
  document: TrainingDocument
  words: MiniBarWords
  typed: Readonly<Record<string, TypedSet>>
}

function Bar({ document, words, typed }: BarProps) {
  const { training, person } = document
  const next = nextUp(document)
  const rest = restAfter(training, person.restSeconds)
  const figures =
    next &&
    figuresOf(next, person.distanceUnit, typed[next.set.id]?.texts, (count) =>
      sayReps(words, count),
    )
  const isEmpty = presentExercises(training).length === 0
  const title = !next
    ? isEmpty
      ? words.noSets
      : words.allDone
    : next.number === null
      ? words.warmUp
      : say(words.set, { set: next.number })
  return (
    <a
      href={`/workout/${training.id}${NEXT_SET}`}
      className="mx-auto grid min-h-15 max-w-2xl grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-2.5 py-1.5 pr-3 pl-3.5 narrow:grid-cols-[minmax(0,1fr)_auto] narrow:gap-y-1"
    >
      <span className="sr-only">{words.back}. </span>
      <span className="min-w-0 leading-tight wrap-anywhere narrow:col-span-full">
        <b className="block font-semibold">{[title, figures].filter(Boolean).join(': ')}</b>
        <span className="text-[0.8125rem] text-soft narrow:sr-only">
          {next ? `${next.facts.name} · ` : ''}
          {training.name}, <Elapsed startedAt={training.startedAt} />
        </span>
      </span>
      {rest ? <RestLeft key={rest.setId} rest={rest} words={words} /> : <span />}
      <span aria-hidden className="text-sm font-semibold text-accent">
        {next ? words.short : words.open}
      </span>
    </a>
  )
}

function RestLeft({ rest: given, words }: { rest: Rest; words: MiniBarWords }) {
  const rest = useRest(given)
  useRing({ rest, setId: given.setId, title: words.restDone })
  if (!rest) return <span />
  return (
    <>
      <span className="text-right narrow:text-left" role="timer">
        <span
          className={`fig block text-[1.75rem] leading-none ${rest.isDue ? 'text-accent' : ''}`}
        >
          {formatDuration(rest.left)}
        </span>
        <span className="block text-[0.6875rem] font-semibold text-soft narrow:hidden">
          {words.rest}
        </span>
      </span>
      <DockLine share={rest.isDue ? 1 : rest.share} />
    </>
  )
}

function Elapsed({ startedAt }: { startedAt: string }) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return <>{formatDuration(Math.max(0, (now - Date.parse(startedAt)) / 1000))}</>
}
