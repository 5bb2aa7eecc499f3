'use client'

import { useEffect, useState } from 'react'
import { isQuiet, lastSetAt } from '@/lib/domain/training/training'
import { ClientOnly } from './client-only'
import { LaterQuietQuestion } from './later-parts'
import { QuietQuestion } from './quiet-question'
import { useSharedTraining } from './training-context'

const MINUTE_MS = 60_000

/** After three quiet hours the workout asks whether it still goes on. */
export function QuietWorkout() {
  const { training } = useSharedTraining().document
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
  if (!isQuiet({ ...training, lastSetAt: lastSetAt(training) }, now)) return null
  return (
    <>
      <noscript>{typeof window === 'undefined' ? <QuietQuestion /> : null}</noscript>
      <ClientOnly>
        <LaterQuietQuestion />
      </ClientOnly>
    </>
  )
}
