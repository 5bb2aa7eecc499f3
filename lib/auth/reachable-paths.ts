/** Where Better Auth's own router answers under /api/auth. */
export const FORWARDED_PATHS = ['/callback/:id', '/error'] as const

/** Answered under Better Auth's names, but by our use cases, with their limits and their trail. */
export const ANSWERED_PATHS = [
  '/sign-in/email',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/sign-out',
  '/get-session',
] as const

/** What screens and use cases of ours do instead. A test fails when Better Auth knows another. */
export const DISABLED_PATHS = [
  '/sign-up/email',
  '/sign-in/social',
  '/link-social',
  '/unlink-account',
  '/list-accounts',
  '/account-info',
  '/get-access-token',
  '/refresh-token',
  '/verify-email',
  '/send-verification-email',
  '/change-email',
  '/request-password-reset',
  '/reset-password',
  '/reset-password/:token',
  '/verify-password',
  '/change-password',
  '/update-user',
  '/delete-user',
  '/delete-user/callback',
  '/update-session',
  '/list-sessions',
  '/revoke-session',
  '/revoke-sessions',
  '/revoke-other-sessions',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/get-totp-uri',
  '/two-factor/send-otp',
  '/two-factor/verify-otp',
  '/two-factor/generate-backup-codes',
  '/ok',
] as const
