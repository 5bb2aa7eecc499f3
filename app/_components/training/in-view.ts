/** What asks something is scrolled clear of the bars as it comes. */
export const inView = (element: Element | null): void =>
  element?.scrollIntoView({ block: 'nearest' })
