import { getEnv } from '@/lib/env'
import { deviceCookieName } from './device-cookie'
import { mailedToCookieName } from './mailed-to-cookie'
import { PERSON_COOKIE } from './person-cookie'
import { registrationCookieName } from './registration-cookie'
import { sessionCookieName } from './session-cookie'

/** The cookies of being signed in. */
export const signInCookies = (): string[] => [sessionCookieName(getEnv().APP_URL), PERSON_COOKIE]

/** Everything by which a browser is known to us. */
export const allCookies = (): string[] => [
  ...signInCookies(),
  deviceCookieName(getEnv().APP_URL),
  registrationCookieName(getEnv().APP_URL),
  mailedToCookieName,
]
