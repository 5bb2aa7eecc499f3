/** The end of an address that leads to the set to do next, which the bar of a running workout names. */
export const NEXT_SET = '#next'
