import { expect, test } from '@playwright/test'
import {
  expectAccessible,
  fillSignIn,
  followMail,
  newEmail,
  openPage,
  PASSWORD,
  register,
  signIn,
  signOut,
} from './people'

test.use({ baseURL: process.env.BASE_URL })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a newcomer is told what is wrong, keeps what they typed, and gets in by the mailed link', async ({
      page,
    }) => {
      const email = newEmail()
      await page.goto('/auth/register')
      await page.getByLabel('Your name').fill('   ')
      await page.getByLabel('Email').fill('kim@localhost')
      await page.getByLabel('Password').fill('too short')
      await page.getByLabel('I coach others too').check()
      await page.getByLabel('Pounds').check()
      const submit = page.getByRole('button', { name: 'Create an account' })
      await submit.click()
      await expect(page.getByText('Fill this in.')).toBeVisible()
      await expect(page.getByText("This doesn't look like an email address.")).toBeVisible()
      await expect(page.getByText('Use at least 10 characters.')).toBeVisible()
      await expect(page.getByLabel('Email')).toHaveValue('kim@localhost')
      await expect(page.getByLabel('I coach others too')).toBeChecked()
      await expect(page.getByLabel('Pounds')).toBeChecked()
      if (!javaScriptEnabled) await expect(page.getByLabel('Password')).toHaveValue('')

      await page.getByLabel('Your name').fill('Kim')
      await page.getByLabel('Email').fill(email)
      await page.getByLabel('Password').fill('Password123!')
      await submit.click()
      await expect(page.getByText('on lists of stolen passwords')).toBeVisible()
      await expect(page.getByLabel('Your name')).toHaveValue('Kim')
      await page.getByLabel('Password').fill(PASSWORD)
      await submit.click()
      await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible()

      await expect(page.getByText(`We sent a link to ${email}`)).toBeVisible()
      await page.getByRole('link', { name: 'Wrong email? Register again' }).click()
      await expect(page.getByRole('heading', { name: 'Create an account' })).toBeVisible()
      await page.goBack()
      await page.getByRole('button', { name: 'Send a new link' }).click()
      await expect(page.getByText('a new link is on its way')).toBeVisible()
      const mails = page.locator('section', { hasText: email })
      await expect(async () => {
        await page.goto('/dev/outbox')
        await expect(mails).toHaveCount(2, { timeout: 500 })
      }).toPass()

      await followMail(page, email, /verify-email/)
      const link = page.url()
      await page.getByRole('button', { name: 'Confirm and sign in' }).click()
      await expect(page).toHaveURL(/\/dashboard$/)
      await signOut(page)
      await page.goto(link)
      await page.getByRole('button', { name: 'Confirm and sign in' }).click()
      await expect(page.getByText('Email confirmed. Sign in to continue.')).toBeVisible()
      await page.goto(`${link}x`)
      await page.getByRole('button', { name: 'Confirm and sign in' }).click()
      await expect(page.getByText('This link has expired or was already used.')).toBeVisible()
    })

    test('registering again with the same address looks the same and changes nothing', async ({
      page,
      browser,
    }) => {
      const email = await register(page)
      const other = await openPage(browser, { javaScriptEnabled })
      await other.goto('/auth/register')
      await other.getByLabel('Your name').fill('Eve')
      await other.getByLabel('Email').fill(email)
      await other.getByLabel('Password').fill('another calm sentence 8')
      await other.getByRole('button', { name: 'Create an account' }).click()
      await expect(other.getByRole('heading', { name: 'Check your email' })).toBeVisible()
      await followMail(other, email, /auth\/login/)
      await fillSignIn(other, email, 'another calm sentence 8')
      await expect(other.getByText('Wrong email or password')).toBeVisible()
      await other.context().close()
    })

    test('a link opened in another browser asks for a password there, and the first counts no more', async ({
      page,
      browser,
    }) => {
      const email = newEmail()
      await page.goto('/auth/register?next=/history')
      await page.getByLabel('Your name').fill('Kim')
      await page.getByLabel('Email').fill(email)
      await page.getByLabel('Password').fill(PASSWORD)
      await page.getByRole('button', { name: 'Create an account' }).click()
      await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible()
      const other = await openPage(browser, { javaScriptEnabled })
      await followMail(other, email, /verify-email/)
      await expect(
        other.getByText('Confirm your email here, then choose a password.'),
      ).toBeVisible()
      await other.getByRole('button', { name: 'Confirm email' }).click()
      await expect(other.getByRole('heading', { name: 'Choose your password' })).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(other)
      await other.getByLabel('New password').fill('my very own sentence 11')
      await other.getByRole('button', { name: 'Save password' }).click()
      await expect(other.getByText('Email confirmed and password saved')).toBeVisible()
      await fillSignIn(other, email)
      await expect(other.getByText('Wrong email or password')).toBeVisible()
      await fillSignIn(other, email, 'my very own sentence 11')
      await expect(other).toHaveURL('/history')
      await other.context().close()
    })

    test('signing in refuses a wrong password, then leads where the person wanted to go', async ({
      page,
    }) => {
      const email = await register(page)
      await signOut(page)
      await page.goto('/history?after=2026-01')
      await expect(page).toHaveURL('/auth/login?next=%2Fhistory%3Fafter%3D2026-01')
      await fillSignIn(page, email, 'not the password')
      await expect(page.getByText('Wrong email or password')).toBeVisible()
      await expect(page.getByLabel('Email')).toHaveValue(email)
      await expect(page.getByRole('link', { name: 'Send a new one' })).toBeVisible()
      await fillSignIn(page, email)
      await expect(page).toHaveURL('/history?after=2026-01')

      for (const next of ['https://evil.example/', '//evil.example', '/%2fevil.example']) {
        await signOut(page)
        await page.goto(`/auth/login?next=${encodeURIComponent(next)}`)
        await fillSignIn(page, email)
        await expect(page).toHaveURL('/dashboard')
      }
    })

    test('a forgotten password is replaced once, and every device is signed out', async ({
      page,
      browser,
    }) => {
      const email = await register(page)
      const other = await openPage(browser, { javaScriptEnabled })
      await other.goto('/auth/forgot-password')
      await other.getByLabel('Email').fill(email)
      await other.getByRole('button', { name: 'Send link' }).click()
      await expect(other.getByText('a link is on its way')).toBeVisible()
      await followMail(other, email, /reset-password/)
      const link = other.url()
      const save = other.getByRole('button', { name: 'Save password' })
      await other.getByLabel('New password').fill('qwertyuiop')
      await save.click()
      await expect(other.getByText('on lists of stolen passwords')).toBeVisible()
      await other.getByLabel('New password').fill('a new calm sentence 9')
      await save.click()
      await expect(other.getByText('Password changed and all devices signed out')).toBeVisible()

      await page.goto('/exercises?q=press')
      await expect(page.getByText('Your session has ended.')).toBeVisible()
      await fillSignIn(page, email)
      await expect(page.getByText('Wrong email or password')).toBeVisible()
      await fillSignIn(page, email, 'a new calm sentence 9')
      await expect(page).toHaveURL('/exercises?q=press')

      await other.goto(link)
      await other.getByLabel('New password').fill('yet another sentence 10')
      await save.click()
      await expect(other.getByText('This link has expired or was already used.')).toBeVisible()
      await other.context().close()
    })

    test('the demo accounts sign in', async ({ page }) => {
      for (const name of ['athlete', 'coach']) {
        await signIn(page, `${name}@example.com`, 'Password123!')
        await expect(page).toHaveURL('/dashboard')
        await signOut(page)
      }
    })
  })
}
