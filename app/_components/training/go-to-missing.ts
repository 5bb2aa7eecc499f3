/**
 * Goes from the filled field of a set that has the focus to a figure that is still missing, as whoever
 * is done with a field means to go on. Says whether there was one.
 */
export function goToMissing(form: HTMLFormElement | null | undefined): boolean {
  const { activeElement: from } = document
  if (!(from instanceof HTMLInputElement) || from.form !== form || from.value === '') return false
  const fields = form?.querySelectorAll<HTMLInputElement>('input[inputmode]:not([name=rpe])') ?? []
  const missing = [...fields].find(({ value }) => value === '')
  missing?.focus()
  return missing !== undefined
}
