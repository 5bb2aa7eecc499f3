'use client'

import { useEffect, useState } from 'react'

/** Tells the zone of the device along with a form, for a new account; without JavaScript it tells none. */
export function TimeZoneField() {
  const [timeZone, setTimeZone] = useState('')
  useEffect(() => setTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  return <input type="hidden" name="timeZone" value={timeZone} />
}
