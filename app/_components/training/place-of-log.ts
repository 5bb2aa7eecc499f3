/** Where an exercise stands: its card, or its turn in the round of its block that is open. */
export const placeOfLog = (id: string): Element | null =>
  document.getElementById(`log-${id}`) ?? document.querySelector(`[open] > * > [data-log="${id}"]`)
