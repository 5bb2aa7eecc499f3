/** Why someone sees the sign-in page; each has its sentence in `auth.reasons`. */
export const SIGN_IN_REASONS = [
  'session_ended',
  'fresh_session_required',
  'second_step_expired',
  'other_account',
  'reset',
  'first_password',
  'verified',
  'signed_out',
  'signed_out_everywhere',
  'email_changed',
  'deleted',
] as const

export type SignInReason = (typeof SIGN_IN_REASONS)[number]

/** Where proxy.ts tells a page which path was asked for; not trusted, only ever led back to. */
export const REQUESTED_PATH_HEADER = 'x-requested-path'

/** The sign-in page's address, with where to go afterwards and why it asks. */
export function signInPath(about: {
  next?: string | undefined
  reason?: SignInReason | undefined
}): string {
  const query = new URLSearchParams()
  if (about.reason) query.set('reason', about.reason)
  if (about.next) query.set('next', about.next)
  return query.size > 0 ? `/auth/login?${query}` : '/auth/login'
}
