import type { FocusEvent } from 'react'

/**
 * A tapped field has its text selected, so that the first key replaces it as in a live workout. React
 * tells once more of a focus from before it was there: what was typed since then is gone on with.
 */
export function selectAll({ currentTarget: field, isTrusted }: FocusEvent<HTMLInputElement>): void {
  if (isTrusted || field.value === field.defaultValue) field.select()
}
