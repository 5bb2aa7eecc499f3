'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const seen = new Set<string>()

/**
 * Has a page drawn anew when the browser's Back brings it out of memory, as it was before what was
 * saved since. `drawing` is new each time the server draws the page.
 */
export function FreshOnReturn({ drawing }: { drawing: string }) {
  const router = useRouter()
  useEffect(() => {
    if (seen.has(drawing)) router.refresh()
    seen.add(drawing)
  }, [drawing, router])
  return null
}
