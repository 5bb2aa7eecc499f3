import type { FocusEvent } from 'react'

/** A tapped field has its text selected, so that the first key replaces it as in a live workout. */
export const selectAll = (event: FocusEvent<HTMLInputElement>) => event.currentTarget.select()
