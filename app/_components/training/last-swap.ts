/** The last replacement in this window, so that one press undoes both halves of it. */
export const lastSwap: { gone: string | null; came: string | null } = { gone: null, came: null }
