import { randomBytes } from 'node:crypto'
import { type Browser, expect, type Page } from '@playwright/test'
import { hashPassword } from 'better-auth/crypto'
import { PERSON_COOKIE } from '@/lib/auth/person-cookie'
import { sessionCookieName } from '@/lib/auth/session-cookie'
import { newId } from '@/lib/core/id'
import { sessionCookie } from '@/tests/helpers/session-cookie'
import { base, newEmail, openPage, PASSWORD } from './people'
import { serverDatabase } from './server-database'

let hash: Promise<string> | undefined

/**
 * Somebody as `register` leaves them, signed in and on the first page, without the way there: for
 * what is about something else.
 * @returns their address; the password is `PASSWORD`
 */
export async function becomeNewcomer(
  page: Page,
  { unit = 'kg', distanceUnit = 'km' }: { unit?: 'kg' | 'lb'; distanceUnit?: 'km' | 'mi' } = {},
) {
  const email = newEmail()
  const userId = newId()
  const token = randomBytes(24).toString('base64url')
  hash ??= hashPassword(PASSWORD)
  const password = await hash
  await serverDatabase().begin(async (sql) => {
    await sql`insert into users (id, name, email, email_verified)
      values (${userId}, 'Robin Newcomer', ${email}, true)`
    await sql`update profiles set weight_unit = ${unit}, distance_unit = ${distanceUnit}
      where user_id = ${userId}`
    await sql`insert into accounts (id, user_id, account_id, provider_id, password)
      values (${newId()}, ${userId}, ${userId}, 'credential', ${password})`
    await sql`insert into auth_sessions (id, user_id, token, expires_at)
      values (${newId()}, ${userId}, ${token}, now() + interval '7 days')`
  })
  const expires = Math.floor(Date.now() / 1000) + 7 * 86_400
  const cookie = { url: base(), sameSite: 'Lax' as const, expires }
  await page.context().addCookies([
    {
      ...{ ...cookie, name: sessionCookieName(base()), httpOnly: true },
      value: encodeURIComponent(sessionCookie(token, process.env.E2E_SECRET ?? '')),
    },
    { ...cookie, name: PERSON_COOKIE, value: userId },
  ])
  await page.goto('/dashboard')
  await expect(page).toHaveURL(/\/dashboard/)
  return email
}

/** The same on a page of their own, whose answers come from the server alone. */
export async function openAsNewcomer(
  browser: Browser,
  javaScriptEnabled = true,
  about?: Parameters<typeof becomeNewcomer>[1],
): Promise<Page> {
  const page = await openPage(browser, { javaScriptEnabled, serviceWorkers: 'block' })
  await becomeNewcomer(page, about)
  return page
}
