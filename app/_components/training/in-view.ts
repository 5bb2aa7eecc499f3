/** A ref that scrolls a question clear of the bars when it appears. */
export const inView = (element: Element | null): void =>
  element?.scrollIntoView({ block: 'nearest' })
