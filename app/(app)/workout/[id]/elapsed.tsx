'use client'

import { useEffect, useState } from 'react'
import { formatDuration } from '@/lib/domain/typed-number'

/** Time since the start, ticking; drawn by the server first, so that it stands without JavaScript. */
export function Elapsed({ startedAt, seconds }: { startedAt: string; seconds: number }) {
  const [elapsed, setElapsed] = useState(seconds)
  useEffect(() => {
    const timer = setInterval(() => setElapsed((Date.now() - Date.parse(startedAt)) / 1000), 1000)
    return () => clearInterval(timer)
  }, [startedAt])
  return <span className="fig text-[22px]">{formatDuration(Math.max(0, elapsed))}</span>
}
