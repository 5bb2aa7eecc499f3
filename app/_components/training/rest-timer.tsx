'use client'

import { Suspense, useEffect, useState } from 'react'
import { restAfter } from '@/lib/domain/training/set-order'
import { RunningRest } from './later-parts'
import { useSharedTraining } from './training-context'

/** The rest since the last set: it counts from the moment that set was done. */
export function RestTimer() {
  const { document } = useSharedTraining()
  const rest = restAfter(document.training, document.person.restSeconds)
  // The server does not know how long it lasts on this device.
  const [isHere, setHere] = useState(false)
  useEffect(() => setHere(true), [])
  if (!rest || !isHere) return null
  return (
    <Suspense>
      <RunningRest key={rest.setId} rest={rest} />
    </Suspense>
  )
}
