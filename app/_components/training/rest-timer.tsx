'use client'

import { restAfter } from '@/lib/domain/training/set-order'
import { ClientOnly } from './client-only'
import { RunningRest } from './later-parts'
import { useSharedTraining } from './training-context'

/** The rest since the last set: it counts from the moment that set was done. */
export function RestTimer() {
  const { document } = useSharedTraining()
  const rest = restAfter(document.training, document.person.restSeconds)
  if (!rest) return null
  return (
    <ClientOnly>
      <RunningRest key={rest.setId} rest={rest} />
    </ClientOnly>
  )
}
