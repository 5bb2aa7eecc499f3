/** The page that waits for an address to be confirmed, and whose new links lead on to `next`. */
export const confirmPath = (next: unknown): string =>
  typeof next === 'string' && next !== ''
    ? `/auth/verify-email?${new URLSearchParams({ next })}`
    : '/auth/verify-email'
