'use client'

import { useEffect, useState } from 'react'
import { placeOf } from '@/app/_components/training/training-context'
import { TrainingScreen } from '@/app/_components/training/training-screen'
import type { TrainWords } from '@/app/_components/training/words'
import type { TrainingDocument } from '@/lib/domain/training/training'
import words from '@/lib/i18n/en/offline.json'
import { openStore } from '@/lib/offline/open-store'
import { orInWindow } from '@/lib/offline/or-in-window'
import { readAnew } from '@/lib/offline/read-anew'
import { KeptWorkout } from './kept-workout'
import { OfflineMessage } from './offline-message'

/**
 * The workout of this address, from what is kept on this phone for whoever's phone it is. One that was
 * started elsewhere is asked for, however slow the network is.
 */
export function TrainingFromPhone({ userId, words: own }: { userId: string; words: TrainWords }) {
  /** Undefined until it is known whether there is one. */
  const [kept, setKept] = useState<TrainingDocument | null>()
  const [isAsked, setAsked] = useState(false)
  useEffect(() => {
    const sessionId = location.pathname.split('/')[2] ?? ''
    const onPhone = <T,>(task: () => Promise<T>) =>
      orInWindow(task, userId, () => ({ document: null, stored: [] }))
    const find = () => onPhone(async () => (await openStore()).store.findWorkout(userId, sessionId))
    const ask = async () => {
      setAsked(true)
      await onPhone(() => readAnew(userId, sessionId))
      return find()
    }
    find().then(async (found) => setKept(found ?? (await ask())))
  }, [userId])
  if (kept === undefined)
    return isAsked ? <OfflineMessage title={words.askedTitle} body={words.askedBody} /> : null
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
