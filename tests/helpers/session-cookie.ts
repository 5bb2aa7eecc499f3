import { createHmac } from 'node:crypto'

/** The value of a session's cookie, as Better Auth signs it and `readSessionToken` reads it. */
export const sessionCookie = (token: string, secret: string): string =>
  `${token}.${createHmac('sha256', secret).update(token).digest('base64')}`
