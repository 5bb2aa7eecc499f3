import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, type Page, test } from '@playwright/test'
import { codeFor, wrongCodeFor } from '@/tests/helpers/two-factor'
import { becomeNewcomer } from './newcomer'
import { base, expectAccessible, fillSignIn, newEmail, openPage, PASSWORD, signOut } from './people'

test.use({ baseURL: process.env.BASE_URL })

const section = (page: Page) => page.locator('#two-factor')

/** A code is taken once, and the next one comes within half a minute. */
async function nextCode(key: string, last: string): Promise<string> {
  while (codeFor(key) === last) await sleep(500)
  return codeFor(key)
}

/** From the security page to the key that the authenticator app is given. */
async function startSetup(page: Page): Promise<string> {
  await page.goto('/settings/security')
  await section(page).getByLabel('Your password').fill(PASSWORD)
  await section(page).getByRole('button', { name: 'Set up' }).click()
  await expect(section(page).getByRole('img', { name: 'QR code' })).toBeVisible()
  return (await section(page).locator('code').textContent()) ?? ''
}

async function switchOn(page: Page): Promise<{ key: string; code: string; codes: string[] }> {
  return giveFirstCode(page, await startSetup(page))
}

async function giveFirstCode(page: Page, key: string) {
  const code = codeFor(key)
  await section(page).getByLabel('Code shown in the app').fill(code)
  await section(page).getByRole('button', { name: 'Turn on' }).click()
  const list = section(page).getByRole('list', { name: 'Your recovery codes' })
  await expect(list.getByRole('listitem')).toHaveCount(10)
  return { key, code, codes: await list.getByRole('listitem').allInnerTexts() }
}

const cookieNames = async (page: Page) =>
  (await page.context().cookies()).map(({ name }) => name.replace(/^gym-tracker\./, ''))

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('the second step is set up, asked for, and switched off again', async ({ page }) => {
      test.slow()
      const email = await becomeNewcomer(page)
      await page.goto('/settings/security')
      await section(page).getByLabel('Your password').fill('not the password')
      await section(page).getByRole('button', { name: 'Set up' }).click()
      await expect(page.getByText('Current password is incorrect.')).toBeVisible()

      const first = await startSetup(page)
      await section(page).getByLabel('Code shown in the app').fill(wrongCodeFor(first))
      await section(page).getByRole('button', { name: 'Turn on' }).click()
      await expect(page.getByText("This code isn't right.")).toBeVisible()
      expect(first).toMatch(/^([A-Z2-7]{4} ){9}[A-Z2-7]{3}$/)
      await expect(section(page).locator('code')).toHaveText(first)
      await section(page).getByRole('button', { name: 'Cancel' }).click()
      await expect(section(page).getByRole('button', { name: 'Set up' })).toBeVisible()
      const { key, code, codes } = await switchOn(page)
      expect(key).not.toBe(first)
      await page.goto('/settings/security')
      await expect(section(page).getByText('10 recovery codes left.')).toBeVisible()
      await expect(page.getByText(codes[0] ?? '')).toHaveCount(0)

      await signOut(page)
      await page.goto('/history?after=2026-01')
      await fillSignIn(page, email)
      await expect(page.getByRole('heading', { name: 'Two-factor authentication' })).toBeVisible()
      expect(await cookieNames(page)).toContain('two_factor')
      expect(await cookieNames(page)).not.toContain('session_token')
      expect(await cookieNames(page)).not.toContain('person')
      const submit = page.getByRole('button', { name: 'Sign in' })
      await page.getByLabel('Authentication code').fill(wrongCodeFor(key))
      await submit.click()
      await expect(page.getByText("This code isn't right.")).toBeVisible()
      await page.getByLabel('Authentication code').fill(code)
      if (codeFor(key) === code) {
        await submit.click()
        await expect(page.getByText('This code was already used.')).toBeVisible()
      }
      const fresh = await nextCode(key, code)
      await page.getByLabel('Authentication code').fill(fresh)
      await submit.click()
      await expect(page).toHaveURL('/history?after=2026-01')
      expect(await cookieNames(page)).toContain('session_token')
      expect(await cookieNames(page)).not.toContain('two_factor')

      await page.goto('/settings/security')
      await section(page).getByText('Turn off', { exact: true }).click()
      const off = section(page).getByRole('button', { name: 'Turn off now' })
      const either = section(page).getByLabel('Authentication code or recovery code')
      await either.fill('aaaaa-bbbbb')
      await off.click()
      await expect(page.getByText("This code isn't right.")).toBeVisible()
      await either.fill(codes[1] ?? '')
      await off.click()
      await expect(page.getByText('Two-factor authentication turned off')).toBeVisible()
      await signOut(page)
      await page.goto('/auth/login')
      await fillSignIn(page, email)
      await expect(page).toHaveURL('/dashboard')
    })

    test('a recovery code lets in once, and new ones take their place', async ({ page }) => {
      test.slow()
      const email = await becomeNewcomer(page)
      const { key, code, codes } = await switchOn(page)
      await signOut(page)
      await page.goto('/auth/login?next=%2Froutines')
      await fillSignIn(page, email)
      await page.getByRole('link', { name: 'use a recovery code' }).click()
      const field = page.getByLabel('Recovery code')
      await field.fill('aaaaa-bbbbb')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByText("This isn't one of your recovery codes")).toBeVisible()
      await field.fill((codes[0] ?? '').toUpperCase())
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByText('You have 9 recovery codes left.')).toBeVisible()
      await page.getByRole('link', { name: 'Continue' }).click()
      await expect(page).toHaveURL('/routines')

      await page.goto('/settings/security')
      await section(page).getByText('New recovery codes', { exact: true }).click()
      await section(page)
        .getByLabel('Authentication code', { exact: true })
        .fill(await nextCode(key, code))
      await section(page).getByRole('button', { name: 'Create new codes' }).click()
      const list = section(page).getByRole('list', { name: 'Your recovery codes' })
      await expect(list.getByRole('listitem')).toHaveCount(10)
      await expect(section(page).getByText('10 recovery codes left.')).toBeVisible()
      const renewed = await list.getByRole('listitem').allInnerTexts()
      expect(renewed.filter((each) => codes.includes(each))).toEqual([])

      await signOut(page)
      await page.goto('/auth/login')
      await fillSignIn(page, email)
      await page.getByRole('link', { name: 'use a recovery code' }).click()
      await field.fill(codes[1] ?? '')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByText("This isn't one of your recovery codes")).toBeVisible()
    })

    test('other ways in are not offered without their keys', async ({ page }) => {
      for (const path of ['/auth/login', '/auth/register']) {
        await page.goto(path)
        await expect(
          page.getByRole('button', { name: /continue with (?!a passkey)/i }),
        ).toHaveCount(0)
      }
      await becomeNewcomer(page)
      await page.goto('/settings/security')
      await expect(page.getByRole('heading', { name: 'Connected accounts' })).toHaveCount(0)
    })
  })
}

test('the recovery codes can be kept as a file', async ({ browser }) => {
  const page = await openPage(browser)
  await becomeNewcomer(page)
  const { codes } = await switchOn(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download as text' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('gym-tracker-recovery-codes.txt')
  expect(await readFile(await file.path(), 'utf8')).toContain(codes.join('\n'))
  await page.context().close()
})

test('the same steps work for a program, and nothing goes around them', async ({
  browser,
  request,
}) => {
  const page = await openPage(browser)
  const email = await becomeNewcomer(page)
  const { codes } = await switchOn(page)
  await page.context().close()

  const post = (path: string, data: object = {}) => request.post(`/api/auth${path}`, { data })
  const half = await post('/signin', { email, password: PASSWORD })
  expect(await half.json()).toMatchObject({ twoFactorRedirect: true })
  expect(await (await request.get('/api/auth/session')).json()).toBeNull()
  expect((await request.get('/api/users/profile')).status()).toBe(401)
  for (const path of ['/two-factor/disable', '/two-factor/enable', '/two-factor/verify-otp'])
    expect((await post(path, { code: '123456', password: PASSWORD })).status()).toBe(404)
  const wrong = await post('/two-factor/verify-totp', { code: '000000', trustDevice: true })
  expect(wrong.status()).toBe(400)
  const done = await post('/two-factor/verify-backup-code', { code: codes[0] })
  expect(await done.json()).toMatchObject({ user: { email }, backupCodesLeft: 9 })
  const session = await (await request.get('/api/auth/get-session')).json()
  expect(session).toMatchObject({ user: { email } })
  expect(JSON.stringify(session)).not.toContain('token')
  expect(await (await post('/signout')).json()).toEqual({ success: true })
  expect(await (await request.get('/api/auth/session')).json()).toBeNull()
})

test('what is not mounted under /api/auth is not there', async ({ request }) => {
  const email = newEmail()
  for (const [method, path] of [
    ['POST', 'sign-up/email'],
    ['POST', 'sign-in/social'],
    ['POST', 'update-user'],
    ['POST', 'organization/create'],
    ['GET', 'verify-email?token=x'],
    ['GET', 'list-sessions'],
  ] as const) {
    const data = { email, password: PASSWORD, name: 'Eve', provider: 'google' }
    const answer = await request.fetch(`/api/auth/${path}`, {
      ...{ method, headers: { origin: base() } },
      ...(method === 'POST' && { data }),
    })
    expect([answer.status(), (await answer.json()).error.code]).toEqual([404, 'not_found'])
  }
})

test('a sign-in that went wrong elsewhere is told in our own words', async ({ page }) => {
  const script = '<img src=x onerror=alert(1)>'
  const error = (code: string) =>
    page.goto(`/auth/error?${new URLSearchParams({ error: code, error_description: script })}`)
  await error('access_denied')
  await expect(page.getByText("You didn't allow it")).toBeVisible()
  await error('unconfirmed')
  await expect(page.getByRole('link', { name: 'Send a new one' })).toBeVisible()
  await error('__proto__')
  await expect(page.getByText('Something went wrong.')).toBeVisible()
  await expect(page.getByText('onerror')).toHaveCount(0)
  await page.goto('/api/auth/callback/google?code=x&state=made-up')
  await expect(page).toHaveURL(/\/auth\/error\?error=/)
  await expect(page.getByText('This took too long')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('every screen of the second step is for everybody', async ({ page }) => {
      const email = await becomeNewcomer(page)
      const key = await startSetup(page)
      await expectAccessible(page)
      const { codes } = await giveFirstCode(page, key)
      await expectAccessible(page)
      await page.goto('/settings/security')
      await section(page).getByText('New recovery codes', { exact: true }).click()
      await section(page).getByText('Turn off', { exact: true }).click()
      await expectAccessible(page)
      await signOut(page)
      await page.goto('/auth/login')
      await fillSignIn(page, email)
      await expect(page.getByLabel('Authentication code')).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('link', { name: 'use a recovery code' }).click()
      await expect(page.getByLabel('Recovery code')).toBeVisible()
      await expectAccessible(page)
      await page.getByLabel('Recovery code').fill(codes[0] ?? '')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByRole('link', { name: 'Continue' })).toBeVisible()
      await expectAccessible(page)
      await page.goto('/auth/error?error=unconfirmed')
      await expectAccessible(page)
    })
  })
}
