'use client'

import { useSyncExternalStore } from 'react'
import type { TrainWords } from '@/app/_components/training/words'
import { readPersonCookie } from '@/lib/auth/person-cookie'
import words from '@/lib/i18n/en/offline.json'
import { KeptWorkout } from './kept-workout'
import { OfflineMessage } from './offline-message'
import { TrainingFromPhone } from './training-from-phone'
import { useReturnToServer } from './use-return-to-server'

/** The addresses of a workout that goes on, which a phone can show by itself. */
const TRAINING = /^\/workout\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\/add|\/finish)?\/?$/

/** What a phone shows by itself, after the address that was asked for and whose phone it is. */
export function OfflineShell({ words: trainWords }: { words: TrainWords }) {
  const path = useSyncExternalStore(onReturn, readPath, unknown)
  const person = useSyncExternalStore(onReturn, readPerson, unknown)
  useReturnToServer()
  if (path === null) return null
  if (person === null)
    return <OfflineMessage title={words.signedOutTitle} body={words.signedOutBody} />
  if (TRAINING.test(path)) return <TrainingFromPhone userId={person} words={trainWords} />
  return (
    <OfflineMessage title={words.title} body={words.body}>
      <KeptWorkout userId={person} />
    </OfflineMessage>
  )
}

const readPath = () => location.pathname
const readPerson = () => readPersonCookie(document.cookie)
/** While the page is made nobody knows. */
const unknown = () => null

/** Who is signed in may have changed in another tab. */
function onReturn(notify: () => void): () => void {
  document.addEventListener('visibilitychange', notify)
  return () => document.removeEventListener('visibilitychange', notify)
}
