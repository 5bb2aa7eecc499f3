'use client'

import { useEffect, useState } from 'react'
import { Card } from '@/app/_components/ui/card'
import type { PreparedStart } from '@/lib/domain/training/prepared-start'
import type { TrainingDocument } from '@/lib/domain/training/training'
import words from '@/lib/i18n/en/offline.json'
import { applyEntries } from '@/lib/offline/apply-entries'
import { openStore } from '@/lib/offline/open-store'
import { StartOnPhone } from './start-on-phone'

/** The way to the workout that goes on, where this phone has it; else what it holds and can start. */
export function KeptWorkout({ userId }: { userId: string }) {
  const [kept, setKept] = useState<TrainingDocument | null>(null)
  const [finished, setFinished] = useState<readonly TrainingDocument[]>([])
  const [starts, setStarts] = useState<readonly PreparedStart[]>([])
  useEffect(() => {
    openStore().then(async ({ store }) => {
      const waiting = await store.list(userId)
      const known = (await store.listWorkouts(userId)).map((document) => {
        const own = waiting.filter(({ operation }) => operation.sessionId === document.training.id)
        return { document, isWaiting: own.length > 0, ...applyEntries(document, own) }
      })
      const running = known.find(({ status }) => status === 'in_progress')
      setKept(running?.document ?? null)
      setFinished(
        known.flatMap(({ document, isWaiting, status }) =>
          isWaiting && status === 'completed' ? document : [],
        ),
      )
      if (!running) setStarts((await store.findStarts(userId))?.starts ?? [])
    })
  }, [userId])
  if (!kept)
    return (
      <>
        {finished.length > 0 ? <Finished workouts={finished} /> : null}
        {starts.length > 0 ? (
          <StartOnPhone
            {...{ userId, starts }}
            done={finished.map(({ training }) => training.name)}
          />
        ) : null}
      </>
    )
  return (
    <a
      href={`/workout/${kept.training.id}`}
      className="inline-flex min-h-12 items-center rounded-control bg-accent px-[18px] font-semibold text-on-accent"
    >
      {words.open.replace('{name}', kept.training.name)}
    </a>
  )
}

/** Workouts that were finished on this phone and have not synced yet. */
function Finished({ workouts }: { workouts: readonly TrainingDocument[] }) {
  return (
    <Card className="w-full text-left">
      <ul className="divide-y divide-line">
        {workouts.map(({ training }) => (
          <li key={training.id}>
            <a href={`/workout/${training.id}`} className="block px-4 py-2.5">
              <span className="block font-semibold wrap-anywhere">
                <span aria-hidden className="text-good">
                  ✓{' '}
                </span>
                {training.name}
              </span>
              <span className="text-sm text-soft">{words.finished}</span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}
