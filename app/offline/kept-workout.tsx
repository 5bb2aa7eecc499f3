'use client'

import { useEffect, useState } from 'react'
import type { TrainingDocument } from '@/lib/domain/training/training'
import words from '@/lib/i18n/en/offline.json'
import { openStore } from '@/lib/offline/open-store'

/** The way to the workout that goes on, where this phone has it. */
export function KeptWorkout({ userId }: { userId: string }) {
  const [kept, setKept] = useState<TrainingDocument | null>(null)
  useEffect(() => {
    openStore().then(async ({ store }) => {
      const all = await store.listWorkouts(userId)
      setKept(all.find(({ training }) => training.status === 'in_progress') ?? null)
    })
  }, [userId])
  if (!kept) return null
  return (
    <a
      href={`/workout/${kept.training.id}`}
      className="inline-flex min-h-12 items-center rounded-control bg-accent px-[18px] font-semibold text-on-accent"
    >
      {words.open.replace('{name}', kept.training.name)}
    </a>
  )
}
