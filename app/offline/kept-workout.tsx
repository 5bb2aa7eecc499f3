'use client'

import { useEffect, useState } from 'react'
import type { PreparedStart } from '@/lib/domain/training/prepared-start'
import type { TrainingDocument } from '@/lib/domain/training/training'
import words from '@/lib/i18n/en/offline.json'
import { applyEntries } from '@/lib/offline/apply-entries'
import { openStore } from '@/lib/offline/open-store'
import { StartOnPhone } from './start-on-phone'

/** The way to the workout that goes on, where this phone has it; else those that it can start. */
export function KeptWorkout({ userId }: { userId: string }) {
  const [kept, setKept] = useState<TrainingDocument | null>(null)
  const [starts, setStarts] = useState<readonly PreparedStart[]>([])
  useEffect(() => {
    openStore().then(async ({ store }) => {
      const waiting = await store.list(userId)
      const running = (await store.listWorkouts(userId)).find((document) => {
        const own = waiting.filter(({ operation }) => operation.sessionId === document.training.id)
        return applyEntries(document, own).status === 'in_progress'
      })
      setKept(running ?? null)
      if (!running) setStarts((await store.findStarts(userId))?.starts ?? [])
    })
  }, [userId])
  if (!kept) return starts.length > 0 ? <StartOnPhone {...{ userId, starts }} /> : null
  return (
    <a
      href={`/workout/${kept.training.id}`}
      className="inline-flex min-h-12 items-center rounded-control bg-accent px-[18px] font-semibold text-on-accent"
    >
      {words.open.replace('{name}', kept.training.name)}
    </a>
  )
}
