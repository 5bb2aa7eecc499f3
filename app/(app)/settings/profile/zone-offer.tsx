'use client'

import { useEffect, useState } from 'react'
import { say } from '@/app/_components/training/words'
import { Button } from '@/app/_components/ui/button'

interface ZoneOfferProps {
  /** The person's zone. */
  saved: string
  /** The zones that can be chosen. */
  known: readonly string[]
  words: Record<'deviceZone' | 'useDeviceZone', string>
}

/** Chooses the zone of the device in the form around it, where the person's is another one. */
export function ZoneOffer({ saved, known, words }: ZoneOfferProps) {
  const [zone, setZone] = useState<string | null>(null)
  useEffect(() => {
    const here = new Intl.DateTimeFormat().resolvedOptions().timeZone
    // A zone has several names, and the browser turns both into the one that it knows it by.
    const named = new Intl.DateTimeFormat('en', { timeZone: saved }).resolvedOptions().timeZone
    setZone(here !== named && known.includes(here) ? here : null)
  }, [saved, known])
  if (!zone) return null
  return (
    <p className="flex flex-wrap items-center justify-between gap-x-3 text-sm">
      <span className="wrap-anywhere">
        {say(words.deviceZone, { zone: zone.replaceAll('_', ' ') })}
      </span>
      <Button
        type="button"
        look="quiet"
        size="compact"
        onClick={({ currentTarget: { form } }) => {
          const field = form?.elements.namedItem('timeZone')
          if (!(field instanceof HTMLSelectElement)) return
          field.value = zone
          field.focus()
          setZone(null)
        }}
      >
        {words.useDeviceZone}
      </Button>
    </p>
  )
}
