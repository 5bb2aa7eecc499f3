import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import {
  base,
  expectAccessible,
  fillSignIn,
  newEmail,
  openPage,
  register,
  signIn,
  signOut,
} from './people'
import { serverDatabase } from './server-database'

test.use({ baseURL: process.env.BASE_URL })

const SOME_ID = '01980000-0000-7000-8000-000000000000'

/** The address of every page for people who are signed in. */
const privatePaths = readdirSync('app/(app)', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)page\.tsx$/.test(file))
  .map((file) => `/${file.replace(/\/page\.tsx$/, '').replaceAll(/\[\w+\]/g, SOME_ID)}`)

test('every private page sends away who is signed out, even with a cookie of their own making', async ({
  request,
}) => {
  expect(privatePaths.length).toBeGreaterThan(10)
  for (const path of privatePaths) {
    const next = `next=${encodeURIComponent(path)}`
    const plain = await request.get(path, { maxRedirects: 0 })
    expect.soft(plain.status(), path).toBe(307)
    expect.soft(plain.headers().location, path).toBe(`/auth/login?${next}`)
    for (const value of ['forged', 'forged.c2lnbmF0dXJl']) {
      const forged = await request.get(path, {
        maxRedirects: 0,
        headers: { cookie: `gym-tracker.session_token=${value}` },
      })
      expect.soft(forged.status(), path).toBe(307)
      expect.soft(forged.headers().location, path).toBe(`/auth/login?reason=session_ended&${next}`)
    }
  }
})

test('an action of someone whose session has ended leads to signing in and back', async ({
  browser,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await openPage(browser, { javaScriptEnabled })
    await register(page)
    await page.goto('/settings/profile')
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Your session has ended.')).toBeVisible()
    await expect(page).toHaveURL(/next=%2Fsettings%2Fprofile/)
    await page.context().close()
  }
})

test('a forged address is neither recorded nor what limits are counted for', async ({
  browser,
}) => {
  const context = await browser.newContext({
    baseURL: base(),
    extraHTTPHeaders: { 'x-forwarded-for': '203.0.113.7' },
  })
  const page = await context.newPage()
  const email = await register(page)
  await signOut(page)
  await signIn(page, email)
  const sql = serverDatabase()
  const sessions = await sql<{ address: string }[]>`
    select s.ip_address as address from auth_sessions s join users u on u.id = s.user_id
    where u.email = ${email}`
  expect(sessions.map(({ address }) => address)).toEqual(['127.0.0.1'])
  const keyOf = (address: string) =>
    `auth.signIn:address:${createHash('sha256').update(address).digest('base64url')}`
  const keys = await sql<{ key: string }[]>`
    select key from rate_limits where key in ${sql([keyOf('127.0.0.1'), keyOf('203.0.113.7')])}`
  expect(keys.map(({ key }) => key)).toEqual([keyOf('127.0.0.1')])
  await context.close()
})

test('a form sent by another site is refused, and the log says where without saying who', async ({
  browser,
}) => {
  const page = await openPage(browser, { javaScriptEnabled: false })
  const email = newEmail()
  await page.goto('/auth/login?next=%2Fhistory')
  await page.setExtraHTTPHeaders({ origin: 'https://evil.example' })
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await fillSignIn(page, email)
  expect((await answered).status()).toBe(500)
  const lines = (await readFile('test-results/server.log', 'utf8')).split('\n')
  const failures = lines.filter((line) => line.includes('"a request failed"'))
  expect(failures.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ method: 'POST', routePath: '/auth/login/page' }),
  )
  expect(lines.join()).not.toContain(email)
  await page.context().close()
})

const AUTH_PAGES = [
  '/',
  '/auth/login',
  '/auth/login?reason=session_ended',
  '/auth/register',
  '/auth/verify-email',
  '/auth/verify-email?token=x',
  '/auth/forgot-password',
  '/auth/reset-password',
  '/auth/reset-password?token=x',
  '/auth/error',
  '/dev/outbox',
]

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('axe finds nothing on the account pages', async ({ page }) => {
      for (const path of AUTH_PAGES) {
        await page.goto(path)
        await expectAccessible(page)
      }
      await page.goto('/auth/register')
      await page.getByLabel('Your name').fill(' ')
      await page.getByLabel('Email').fill('kim@localhost')
      await page.getByLabel('Password').fill('short')
      await page.getByRole('button', { name: 'Create an account' }).click()
      await expect(page.getByText('Fill this in.')).toBeVisible()
      await expectAccessible(page)
    })
  })
}
