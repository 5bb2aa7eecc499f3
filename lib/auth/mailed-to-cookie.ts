import { emailSchema } from '@/lib/schemas/account'

/**
 * The address that this browser just registered with, so that the next page can name it without an
 * address in the URL. It proves nothing and opens nothing.
 */
export const mailedToCookieName = 'gym-tracker.mailed-to'

/** As long as a person looks for the mail; a day later the link is void too. */
export const mailedToCookieOptions = { maxAge: 3600, httpOnly: true }

/** Null for anything but an address, since a cookie may say anything. */
export const readMailedTo = (value: string | undefined): string | null =>
  emailSchema.safeParse(value).data ?? null
