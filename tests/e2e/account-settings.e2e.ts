import { readFile } from 'node:fs/promises'
import { type Browser, expect, type Page, test } from '@playwright/test'
import {
  expectAccessible,
  fillSignIn,
  followMail,
  newEmail,
  openPage,
  PASSWORD,
  register,
  signIn,
} from './people'
import { signedInLongAgo } from './sessions'

test.use({ baseURL: process.env.BASE_URL })

const NEW_PASSWORD = 'a new calm sentence 9'

/** Nothing that axe knows to be wrong, in both themes. */
async function expectAccessibleInBoth(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
}

/** The same person on a second device. */
async function onAnotherDevice(browser: Browser, email: string, javaScriptEnabled: boolean) {
  const page = await openPage(browser, { javaScriptEnabled })
  await signIn(page, email)
  return page
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a changed password ends the other devices, and the old one opens nothing', async ({
      page,
      browser,
    }) => {
      // Two people's worth of pages, each looked at by axe in both themes.
      test.slow()
      const email = await register(page)
      const other = await onAnotherDevice(browser, email, javaScriptEnabled)
      await page.goto('/more')
      await page.getByRole('main').getByRole('link', { name: 'Security' }).click()
      await expect(page.getByText('This device', { exact: true })).toBeVisible()
      if (javaScriptEnabled) await expectAccessibleInBoth(page)

      await page.getByLabel('Current password').fill('not the password')
      await page.getByLabel('New password').fill(NEW_PASSWORD)
      const submit = page.getByRole('button', { name: 'Change password' })
      await submit.click()
      await expect(page.getByText('Current password is incorrect.')).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      else await expect(page.getByLabel('New password')).toHaveValue('')
      await page.getByLabel('Current password').fill(PASSWORD)
      await page.getByLabel('New password').fill('Password123!')
      await submit.click()
      await expect(page.getByText('on lists of stolen passwords')).toBeVisible()
      await page.getByLabel('Current password').fill(PASSWORD)
      await page.getByLabel('New password').fill(NEW_PASSWORD)
      await submit.click()
      await expect(
        page.getByText('Password changed and all other devices signed out'),
      ).toBeVisible()
      await expect(page.getByLabel('New password')).toHaveValue('')

      await other.goto('/history')
      await expect(other.getByText('Your session has ended.')).toBeVisible()
      await fillSignIn(other, email, NEW_PASSWORD)
      await expect(other).toHaveURL('/history')
      await followMail(other, email, /forgot-password/)
      await other.context().close()
    })

    test('devices are signed out one by one, all others at once, and everywhere', async ({
      page,
      browser,
    }) => {
      const email = await register(page)
      const other = await onAnotherDevice(browser, email, javaScriptEnabled)
      await followMail(page, email, /settings\/security/)
      const devices = page.getByRole('listitem').filter({ hasText: /^Chrome on .*Signed in/ })
      await expect(devices).toHaveCount(2)
      await expect(devices.first()).toContainText('Chrome on Linux')
      await expect(devices.first()).toContainText('This device')
      await devices.nth(1).getByRole('button', { name: 'Sign out' }).click()
      await expect(page.getByText('Device signed out')).toBeVisible()
      await expect(devices).toHaveCount(1)
      await other.goto('/dashboard')
      await expect(other.getByText('Your session has ended.')).toBeVisible()

      await fillSignIn(other, email)
      await expect(other).toHaveURL('/dashboard')
      await page.goto('/settings/security')
      await page.getByRole('button', { name: 'Sign out all other devices' }).click()
      await expect(page.getByText('All other devices signed out').last()).toBeVisible()
      await expect(devices).toHaveCount(1)
      await page.getByRole('button', { name: 'Sign out everywhere' }).click()
      await expect(page.getByText('Signed out on all devices')).toBeVisible()
      await page.goto('/dashboard')
      await expect(page).toHaveURL(/\/auth\/login/)
      await other.context().close()
    })

    test('an address moves once both have agreed', async ({ page, browser }) => {
      const email = await register(page)
      const to = newEmail()
      await page.goto('/settings/account')
      if (javaScriptEnabled) await expectAccessibleInBoth(page)
      const field = page.getByLabel('New email')
      await field.fill('kim@localhost')
      await page.getByRole('button', { name: 'Change email' }).click()
      await expect(page.getByText("This doesn't look like an email address.")).toBeVisible()
      await expect(field).toHaveValue('kim@localhost')
      await field.fill(to)
      await page.getByRole('button', { name: 'Change email' }).click()
      await expect(page.getByText('open the link we sent to your current')).toBeVisible()

      const elsewhere = await openPage(browser, { javaScriptEnabled })
      await followMail(elsewhere, email, /auth\/change-email/)
      const agreeing = elsewhere.url()
      if (javaScriptEnabled) await expectAccessible(elsewhere)
      await elsewhere.getByRole('button', { name: 'Approve the change' }).click()
      await expect(elsewhere.getByText(`open the link we sent to ${to}`)).toBeVisible()
      await elsewhere.goto(agreeing)
      await elsewhere.getByRole('button', { name: 'Approve the change' }).click()
      await expect(elsewhere.getByText('This link has expired')).toBeVisible()
      await followMail(elsewhere, to, /auth\/verify-new-email/)
      if (javaScriptEnabled) await expectAccessible(elsewhere)
      await elsewhere.getByRole('button', { name: 'Confirm email' }).click()
      await expect(elsewhere.getByText('Email changed.')).toBeVisible()
      await fillSignIn(elsewhere, email)
      await expect(elsewhere.getByText('Wrong email or password')).toBeVisible()
      await fillSignIn(elsewhere, to)
      await expect(elsewhere).toHaveURL('/dashboard')
      await page.goto('/dashboard')
      await expect(page.getByText('Your session has ended.')).toBeVisible()
      await elsewhere.context().close()
    })

    test('who signed in long ago is asked to again, and led back', async ({ page }) => {
      const email = await register(page)
      await signedInLongAgo(email)
      await page.goto('/settings/account')
      await expect(page.getByLabel('New email')).toHaveCount(0)
      await expect(page.getByRole('button', { name: 'Email me a deletion link' })).toHaveCount(0)
      await page.goto('/settings/security')
      await expect(page.getByLabel('Current password')).toHaveCount(0)
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('link', { name: 'Sign in again' }).click()
      await expect(page.getByText('For your security, sign in again to continue.')).toBeVisible()
      await expect(page.getByLabel('Email')).toHaveValue(email)
      await page.getByLabel('Password').fill(PASSWORD)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page).toHaveURL('/settings/security')
      await expect(page.getByLabel('Current password')).toBeVisible()
      await expect(page.getByRole('main').getByText('This device', { exact: true })).toHaveCount(1)

      await signedInLongAgo(email)
      await page.getByLabel('Current password').fill(PASSWORD)
      await page.getByLabel('New password').fill(NEW_PASSWORD)
      await page.getByRole('button', { name: 'Change password' }).click()
      await expect(page.getByText('For your security, sign in again to continue.')).toBeVisible()
      await fillSignIn(page, email)
      await expect(page).toHaveURL('/settings/security')
    })

    test('a role is changed in the settings', async ({ page }) => {
      await register(page)
      await page.goto('/settings/account')
      await page.getByLabel('I coach others too').check()
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('Saved')).toBeVisible()
      await page.goto('/settings/api-keys')
      await expect(page.getByLabel('Coach')).toHaveCount(1)
    })

    test('everything is downloaded, then the account deleted with what the browser knows', async ({
      page,
      context,
    }) => {
      const email = await register(page)
      await page.goto('/settings/account')
      const downloading = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Download my data' }).click()
      const download = await downloading
      expect(download.suggestedFilename()).toMatch(/^gym-tracker-\d{4}-\d\d-\d\d\.json$/)
      const file = JSON.parse(await readFile(await download.path(), 'utf8'))
      expect(file.data.account).toEqual([expect.objectContaining({ email })])

      await page.getByRole('button', { name: 'Email me a deletion link' }).click()
      await expect(page.getByText(`We sent a link to ${email}`)).toBeVisible()
      await followMail(page, email, /auth\/delete-account/)
      const link = page.url()
      await expect(page.getByText('your workouts, sets, records')).toBeVisible()
      await expect(page.getByRole('link', { name: 'Download my data first' })).toBeVisible()
      if (javaScriptEnabled) await expectAccessibleInBoth(page)
      await page.getByRole('button', { name: 'Delete account' }).click()
      await expect(page.getByText('Account and data deleted')).toBeVisible()
      const namesOfOurs = async () =>
        (await context.cookies()).flatMap(({ name }) => (name.includes('gym-tracker') ? name : []))
      // Who left stands in one until a script has made the phone forget them.
      await expect.poll(namesOfOurs).toEqual(javaScriptEnabled ? [] : ['gym-tracker.leaver'])
      await fillSignIn(page, email)
      await expect(page.getByText('Wrong email or password')).toBeVisible()
      await page.goto(link)
      await page.getByRole('button', { name: 'Delete account' }).click()
      await expect(page.getByText('This link has expired')).toBeVisible()
    })
  })
}

test('what a phone kept of a deleted account, unsent changes too, is gone from it', async ({
  page,
}) => {
  const email = await register(page)
  await page.evaluate(async () => {
    const [, userId = ''] = /gym-tracker\.person=([^;]+)/.exec(document.cookie) ?? []
    const opening = indexedDB.open('gym-tracker', 1)
    opening.onupgradeneeded = () => {
      const db = opening.result
      db.createObjectStore('workouts', { keyPath: ['userId', 'sessionId'] })
      db.createObjectStore('outbox', { autoIncrement: true }).createIndex('user', 'userId')
      db.createObjectStore('catalogues', { keyPath: 'userId' })
    }
    await new Promise((resolve) => {
      opening.onsuccess = resolve
    })
    const rows = opening.result.transaction(['outbox', 'workouts'], 'readwrite')
    for (const owner of [userId, 'somebody else']) {
      rows.objectStore('outbox').add({ userId: owner, operation: { sessionId: `of ${owner}` } })
      rows.objectStore('workouts').add({ userId: owner, sessionId: `of ${owner}` })
    }
    await new Promise((resolve) => {
      rows.oncomplete = resolve
    })
    opening.result.close()
  })
  await page.goto('/settings/account')
  await page.getByRole('button', { name: 'Email me a deletion link' }).click()
  await expect(page.getByText(`We sent a link to ${email}`)).toBeVisible()
  // The button works before the scripts are there.
  await page.route('**/_next/static/**/*.js', (route) => route.abort())
  await followMail(page, email, /auth\/delete-account/)
  await page.unroute('**/_next/static/**/*.js')
  await page.getByRole('button', { name: 'Delete account' }).click()
  await expect(page.getByText('Account and data deleted')).toBeVisible()
  const owners = () =>
    page.evaluate(async () => {
      const opening = indexedDB.open('gym-tracker')
      await new Promise((resolve) => {
        opening.onsuccess = resolve
      })
      const asking = opening.result.transaction('outbox').objectStore('outbox').getAll()
      await new Promise((resolve) => {
        asking.onsuccess = resolve
      })
      opening.result.close()
      return asking.result.map((entry: { userId: string }) => entry.userId)
    })
  await expect.poll(owners).toEqual(['somebody else'])
})
