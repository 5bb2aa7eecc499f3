'use client'

import { useEffect, useState } from 'react'
import { placeOf } from '@/app/_components/training/training-context'
import { TrainingScreen } from '@/app/_components/training/training-screen'
import type { TrainWords } from '@/app/_components/training/words'
import type { TrainingDocument } from '@/lib/domain/training/training'
import words from '@/lib/i18n/en/offline.json'
import { openStore } from '@/lib/offline/open-store'
import { KeptWorkout } from './kept-workout'
import { OfflineMessage } from './offline-message'

/** The workout of this address, from what is kept on this phone for whoever's phone it is. */
export function TrainingFromPhone({ userId, words: own }: { userId: string; words: TrainWords }) {
  /** Undefined until the phone was asked. */
  const [kept, setKept] = useState<TrainingDocument | null>()
  useEffect(() => {
    const sessionId = location.pathname.split('/')[2] ?? ''
    openStore().then(async ({ store }) => setKept(await store.findWorkout(userId, sessionId)))
  }, [userId])
  if (kept === undefined) return null
  if (kept) {
    const place = placeOf(location) ?? { view: 'workout' as const }
    return <TrainingScreen document={kept} words={own} place={place} />
  }
  return (
    <OfflineMessage title={words.title} body={words.body}>
      <KeptWorkout userId={userId} />
    </OfflineMessage>
  )
}
