import { useLayoutEffect } from 'react'
import { useSharedTraining } from './training-context'

/**
 * After an exercise came into the workout its card stands on top and its first field has the focus.
 * It happens within the press, else a phone would not open its keyboard.
 */
export function useLanding(): void {
  const { landOn } = useSharedTraining()
  useLayoutEffect(() => {
    const card = landOn && document.getElementById(`log-${landOn}`)
    if (!card) return
    card.scrollIntoView({ block: 'start', behavior: 'instant' })
    card.querySelector<HTMLInputElement>('li input[inputmode]')?.focus({ preventScroll: true })
  }, [landOn])
}
