import { createHash } from 'node:crypto'
import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'

const PERIOD_MS = 30_000
const ISSUER = 'Gym Tracker'

/**
 * Which 30 seconds since 1970 a code belongs to: those of now, or one to either side for a clock that
 * is off (RFC 6238, 5.2); null for a wrong code.
 */
export async function findTimeStep(
  secret: string,
  code: string,
  now: Date,
): Promise<number | null> {
  const step = Math.floor(now.getTime() / PERIOD_MS)
  for (const near of [step, step - 1, step + 1]) {
    if ((await createOTP(secret).hotp(near)) === code) return near
  }
  return null
}

/** What a QR code holds for an authenticator app. */
export const totpAddress = (secret: string, email: string): string =>
  createOTP(secret).url(ISSUER, email)

/** The secret as people type it: base32 in groups of four. */
export const typedSecret = (secret: string): string =>
  base32.encode(secret, { padding: false }).replaceAll(/.{4}(?=.)/g, '$& ')

/** An id that only one row can have: the use of one code of one person. */
export function codeUseId(userId: string, step: number): string {
  const hex = createHash('sha256').update(`totp:${userId}:${step}`).digest('hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  // A UUID of version 8 (RFC 9562, 5.8), which leaves its content to whoever makes it.
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
