import { useEffect, useLayoutEffect, useRef } from 'react'
import { deviceStorage } from '@/lib/offline/device-storage'
import { NEXT_SET } from './next-set'

/** How far down a workout was left: the way back leads to what was being looked at. */
const PLACE = 'workout-place'

/** As long as the rest bar may take to come, be loaded, and take room away. */
const SETTLED_MS = 1500

/**
 * Scrolls back to where the workout was left when it opens, or to the set to do next where the address
 * asks for that, unless the page is scrolled already; and after every tick to the next set, so that no
 * bar covers it.
 */
export function useNextInView(doneSets: number, workoutId: string): void {
  const before = useRef(-1)
  useEffect(() => {
    const isOpened = before.current < 0
    const isNext = isOpened ? window.scrollY === 0 : doneSets > before.current
    before.current = doneSets
    if (!isNext) return
    const [id, y] = deviceStorage.get(PLACE)?.split(' ') ?? []
    const isAskedFor = window.location.hash === NEXT_SET
    if (isOpened && isAskedFor)
      window.history.replaceState(window.history.state, '', window.location.pathname)
    if (isOpened && id === workoutId && !isAskedFor) {
      window.scrollTo(0, Number(y))
      return
    }
    bringNextIntoView()
    const dock = document.querySelector('[data-dock]')
    const observer = new ResizeObserver(bringNextIntoView)
    if (dock) observer.observe(dock)
    const timer = setTimeout(() => observer.disconnect(), SETTLED_MS)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [doneSets, workoutId])
  // It ends with the commit that shows another page, before that one scrolls to its top.
  useLayoutEffect(() => {
    const keep = () => deviceStorage.set(PLACE, `${workoutId} ${window.scrollY}`)
    window.addEventListener('scroll', keep, { passive: true })
    return () => window.removeEventListener('scroll', keep)
  }, [workoutId])
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

/** One that has to be scrolled to goes to the middle, so that the ticks after it move nothing. */
export function bringNextIntoView(): void {
  const [row, before] = [nextRow(), window.scrollY]
  row?.scrollIntoView({ block: 'nearest' })
  if (window.scrollY !== before) row?.scrollIntoView({ block: 'center' })
}
