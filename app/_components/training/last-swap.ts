/** The exercise that another came in the place of last, in this window: it was replaced, not removed. */
export const lastSwap: { gone: string | null } = { gone: null }
