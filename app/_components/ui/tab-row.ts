/** Places side by side under one heading; a phone scrolls through them, and a shaded edge says so. */
export const TAB_ROW =
  'scroll-edges relative flex gap-1 overflow-x-auto border-b border-line max-sm:-mx-4 max-sm:px-2 sm:flex-wrap sm:overflow-visible'

/** One of them; the current one is in sight from the start. */
export const TAB =
  'flex min-h-11 items-center border-b-2 border-transparent px-3 font-semibold whitespace-nowrap text-soft hover:text-ink sm:-mb-px aria-[current]:border-accent aria-[current]:text-accent aria-[current]:[scroll-initial-target:nearest]'
