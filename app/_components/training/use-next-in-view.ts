import { useEffect, useLayoutEffect, useRef } from 'react'
import { deviceStorage } from '@/lib/offline/device-storage'
import { NEXT_SET } from './next-set'

/** How far down a workout was left: the way back leads to what was being looked at. */
const PLACE = 'workout-place'

/**
 * As long as the rest bar may take to come, be loaded, and take room away, and longer than a thumb
 * takes from one tick to the one below, which must not move away from under it.
 */
const SETTLED_MS = 1000

/**
 * Scrolls back to where the workout was left when it opens, or to the set to do next where the address
 * asks for that, unless the page is scrolled already; and to the next set when the thumb rests after a
 * tick, so that no bar covers it.
 */
export function useNextInView(doneSets: number, workoutId: string): void {
  const before = useRef(-1)
  useEffect(() => {
    const isOpened = before.current < 0
    const isNext = isOpened ? scrollY === 0 : doneSets > before.current
    before.current = doneSets
    if (!isNext) return
    const [id, y] = deviceStorage.get(PLACE)?.split(' ') ?? []
    const isAskedFor = location.hash === NEXT_SET
    if (isAskedFor) history.replaceState(history.state, '', location.pathname)
    if (isOpened && id === workoutId && !isAskedFor) {
      scrollTo(0, Number(y))
      return
    }
    if (isOpened) bringNextIntoView()
    const timer = setTimeout(isOpened ? keepNextClear : bringNextIntoView, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [doneSets, workoutId])
  // It ends with the commit that shows another page, before that one scrolls to its top.
  useLayoutEffect(() => {
    const keep = () => deviceStorage.set(PLACE, `${workoutId} ${scrollY}`)
    addEventListener('scroll', keep, { passive: true })
    return () => removeEventListener('scroll', keep)
  }, [workoutId])
}

const nextRow = () => document.querySelector('li[aria-current=step]')

/** Scrolls the next set clear of a bar or toast that came, where it is in sight. */
export function keepNextClear(): void {
  const row = nextRow()?.getBoundingClientRect()
  if (row && row.bottom > 0 && row.top < innerHeight) bringNextIntoView()
}

/** One that has to be scrolled to goes to the middle, so that the ticks after it move nothing. */
export function bringNextIntoView(): void {
  const row = nextRow()
  const before = scrollY
  row?.scrollIntoView({ block: 'nearest' })
  if (scrollY !== before) row?.scrollIntoView({ block: 'center' })
}
