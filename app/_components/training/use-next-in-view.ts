import { useEffect, useRef } from 'react'

/** As long as the rest bar may take to come, be loaded, and take room away. */
const SETTLED_MS = 1500

/**
 * Scrolls to the set to do next when a workout opens, unless the page is scrolled already, and after
 * every tick, so that no bar covers the set.
 */
export function useNextInView(doneSets: number): void {
  const before = useRef(-1)
  useEffect(() => {
    const isOpened = before.current < 0
    const isNext = isOpened ? window.scrollY === 0 : doneSets > before.current
    before.current = doneSets
    if (!isNext) return
    bringNextIntoView()
    const dock = document.querySelector('[data-dock]')
    const observer = new ResizeObserver(bringNextIntoView)
    if (dock) observer.observe(dock)
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
    if (isNextInSight()) bringNextIntoView()
  }, [])
}

const nextRow = () => document.querySelector('li[aria-current=step]')

function isNextInSight(): boolean {
  const row = nextRow()?.getBoundingClientRect()
  return row !== undefined && row.bottom > 0 && row.top < window.innerHeight
}

export function bringNextIntoView(): void {
  nextRow()?.scrollIntoView({ block: 'nearest' })
}
