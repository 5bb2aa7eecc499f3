/** Better Auth's codes, and those of the providers that it passes on; each has its sentence. */
const FAILURES = {
  // Our own, for two of Better Auth's that together tell which addresses have an account.
  unconfirmed: 'unconfirmed',
  access_denied: 'denied',
  user_denied: 'denied',
  user_cancelled_authorize: 'denied',
  user_cancelled_login: 'denied',
  email_not_found: 'noEmail',
  state_mismatch: 'expired',
  state_not_found: 'expired',
  state_invalid: 'expired',
  invalid_callback_request: 'expired',
  no_code: 'expired',
  account_already_linked_to_different_user: 'takenByOther',
  invalid_code: 'unreachable',
  unable_to_get_user_info: 'unreachable',
  issuer_mismatch: 'unreachable',
  server_error: 'unreachable',
  temporarily_unavailable: 'unreachable',
  oauth_provider_not_found: 'notOffered',
} as const

/** What went wrong, as far as there are words for it. */
export function findFailure(code: unknown) {
  if (typeof code !== 'string' || !Object.hasOwn(FAILURES, code)) return null
  return FAILURES[code as keyof typeof FAILURES]
}
