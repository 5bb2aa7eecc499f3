'use client'

import { type MouseEvent, useState } from 'react'
import type { PastPicker, PastPickerProps } from './past-picker'

/**
 * Opens the picker over the form, with an entry in the history of its own, so that going back closes it.
 * Where its part does not come, the form is saved on the way to a page of it, as without a script.
 */
export function usePastPicker(about: Omit<PastPickerProps, 'onClose'>) {
  const [Shown, setShown] = useState<typeof PastPicker | null>(null)
  const open = async (event: MouseEvent<HTMLButtonElement>) => {
    event.preventDefault()
    const button = event.currentTarget
    const part = await import('./past-picker').catch(() => null)
    if (!part) return button.form?.requestSubmit(button)
    // The address stays: the router would look for a fragment of it on the next page, and not scroll up.
    history.pushState(null, '')
    setShown(() => part.PastPicker)
  }
  const onClose: PastPickerProps['onClose'] = (landOn, isBack) => {
    setShown(null)
    if (isBack) return
    addEventListener('popstate', () => requestAnimationFrame(() => land(landOn)), { once: true })
    history.back()
  }
  return { open, picker: Shown ? <Shown {...about} onClose={onClose} /> : null }
}

/** The card that came is in sight, and its first field has the focus. */
function land(exerciseLogId: string | null) {
  const card = exerciseLogId && document.getElementById(`log-${exerciseLogId}`)
  if (!card) return
  card.scrollIntoView({ block: 'start', behavior: 'instant' })
  card.querySelector<HTMLInputElement>('input[inputmode]')?.focus({ preventScroll: true })
}
