import { useLayoutEffect } from 'react'
import { placeOfLog } from './place-of-log'
import { useSharedTraining } from './training-context'

/** What is logged already is not to be typed again: moved sets can all be. */
const OPEN_FIELD = 'li:not([data-is=done]) input[inputmode]'

/**
 * After an exercise came into the workout its card stands on top and the first field of the set to do
 * has the focus. It happens within the press, else a phone would not open its keyboard.
 */
export function useLanding(): void {
  const { landOn } = useSharedTraining()
  useLayoutEffect(() => {
    const place = landOn && placeOfLog(landOn)
    if (!place) return
    // A partner came into a block: its card stands on top, and its turn may be another's.
    const card = place.closest('.ex') ?? place
    card.scrollIntoView({ block: 'start', behavior: 'instant' })
    const row = card.querySelector('li[aria-current=step]') ?? place
    row.querySelector<HTMLInputElement>(OPEN_FIELD)?.focus({ preventScroll: true })
  }, [landOn])
}
