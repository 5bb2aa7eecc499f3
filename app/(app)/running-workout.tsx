'use client'

import { usePathname } from 'next/navigation'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { MiniBarWords } from '@/app/_components/training/mini-bar'
import { readPersonCookie } from '@/lib/auth/person-cookie'
import { keepsRunningWorkout } from '@/lib/offline/ask-phone'

const MiniBar = lazy(() =>
  import('@/app/_components/training/mini-bar').then(
    ({ MiniBar }) => ({ default: MiniBar }),
    // Without a network the code may not come, and the page does without it.
    () => ({ default: () => null }),
  ),
)

/** The page comes first: what is for a time without a network is read once it stands. */
const CALM_MS = 3000

async function keepStartsOnPhone(): Promise<void> {
  const person = readPersonCookie(document.cookie)
  if (!person || !('serviceWorker' in navigator)) return
  // Without a network the code may not come; the next page tries again.
  const part = await import('@/lib/offline/keep-starts').catch(() => null)
  await part?.keepStarts(person).catch(() => undefined)
}

/**
 * The workout that goes on, on every page. It is looked up on this phone, so a page costs no statement
 * more; a page that shows it anyway tells a phone that does not know it yet.
 */
export function RunningWorkout({ words }: { words: MiniBarWords }) {
  const path = usePathname()
  const [userId, setUserId] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what led to a new page may have started or finished a workout
  useEffect(() => {
    let isHere = true
    const look = async () => {
      const person = readPersonCookie(document.cookie)
      if (!person) return setUserId(null)
      const shown = document.querySelector<HTMLElement>('[data-running-workout]')
      const isKept = await keepsRunningWorkout(person)
      if (isHere) setUserId(isKept || shown ? person : null)
    }
    const onBack = () => void (document.visibilityState === 'visible' && look())
    onBack()
    document.addEventListener('visibilitychange', onBack)
    return () => {
      isHere = false
      document.removeEventListener('visibilitychange', onBack)
    }
  }, [path])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what led to a new page may have changed a routine
  useEffect(() => {
    const timer = setTimeout(keepStartsOnPhone, CALM_MS)
    return () => clearTimeout(timer)
  }, [path])
  return userId ? (
    <Suspense>
      <MiniBar key={path} userId={userId} words={words} />
    </Suspense>
  ) : null
}
