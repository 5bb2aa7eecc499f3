interface Ruled {
  blocks: readonly { exercises: readonly { progression: unknown }[] }[]
}

/** Whether a rule decides how some line of a routine goes on. */
export const hasRule = ({ blocks }: Ruled): boolean =>
  blocks.some(({ exercises }) => exercises.some(({ progression }) => progression !== null))
