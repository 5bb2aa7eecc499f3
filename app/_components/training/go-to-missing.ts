/**
 * Moves the focus from a filled field to the first empty one of the same set, since the person wants to
 * go on with it. Returns whether there was an empty field; RPE may stay empty.
 */
export function goToMissing(form: HTMLFormElement | null | undefined): boolean {
  const { activeElement: from } = document
  if (!(from instanceof HTMLInputElement) || from.form !== form || from.value === '') return false
  const fields = form?.querySelectorAll<HTMLInputElement>('input[inputmode]:not([name=rpe])') ?? []
  const missing = [...fields].find(({ value }) => value === '')
  missing?.focus()
  return missing !== undefined
}
