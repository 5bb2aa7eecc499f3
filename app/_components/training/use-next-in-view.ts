import { useEffect, useRef } from 'react'

/** As long as the rest bar may take to come, be loaded, and take room away. */
const SETTLED_MS = 1500

/** After a tick the next set is scrolled clear of everything that lies above and below it. */
export function useNextInView(doneSets: number): void {
  const before = useRef(doneSets)
  useEffect(() => {
    const isTicked = doneSets > before.current
    before.current = doneSets
    if (!isTicked) return
    // The page leaves room for the dock, so it grows when the dock does.
    const observer = new ResizeObserver(bringNextIntoView)
    observer.observe(document.body)
    const timer = setTimeout(() => observer.disconnect(), SETTLED_MS)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [doneSets])
}

/** A toast takes room as well: the next set is scrolled clear of it where it is in sight. */
export function useNextClearOfToast(): void {
  useEffect(() => {
    const row = document.querySelector('li[aria-current=step]')?.getBoundingClientRect()
    if (row && row.bottom > 0 && row.top < window.innerHeight) bringNextIntoView()
  }, [])
}

function bringNextIntoView(): void {
  document.querySelector('li[aria-current=step]')?.scrollIntoView({ block: 'nearest' })
}
