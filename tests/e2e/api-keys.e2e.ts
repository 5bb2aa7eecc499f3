import { expect, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { expectAccessible, fillSignIn } from './people'
import { signedInLongAgo } from './sessions'

test.use({ baseURL: process.env.BASE_URL })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an API key is made, shown once and revoked', async ({ page }) => {
      await becomeNewcomer(page)
      await page.goto('/settings/profile')
      await page.getByRole('navigation', { name: 'Settings' }).getByText('API keys').click()
      await expect(page.getByText('No API keys yet')).toBeVisible()
      await expect(page.getByLabel('Coach')).toHaveCount(0)

      await page.getByLabel('Name').fill('Bathroom scale')
      await page.getByLabel('Read').uncheck()
      await page.getByRole('button', { name: 'Create key' }).click()
      await expect(page.getByText('Add at least 1 entry.')).toBeVisible()
      await expect(page.getByLabel('Name')).toHaveValue('Bathroom scale')
      if (javaScriptEnabled) await expectAccessible(page)

      await page.getByLabel('Write').check()
      await page.getByRole('button', { name: 'Create key' }).click()
      const shown = page.getByLabel('Your new key')
      await expect(shown).toHaveValue(/^gym_[\w-]{43}$/)
      const key = await shown.inputValue()
      await expect(page.getByRole('heading', { name: 'Bathroom scale' })).toBeVisible()
      await expect(page.getByText(`${key.slice(0, 8)}…`)).toBeVisible()
      await expect(page.getByRole('button', { name: 'Copy' })).toBeVisible({
        visible: javaScriptEnabled,
      })
      await expect(page.getByLabel('Name')).toHaveValue('')
      if (javaScriptEnabled) await expectAccessible(page)

      await page.goto('/settings/api-keys')
      // The last place of a bar that is wider than a phone.
      const places = page.getByRole('main').getByRole('navigation', { name: 'Settings' })
      await expect(places.getByRole('link', { name: 'API keys' })).toBeInViewport({ ratio: 1 })
      expect(await page.content()).not.toContain(key)
      await page.getByText('Revoke Bathroom scale').click()
      await page.getByRole('button', { name: 'Revoke key' }).click()
      await expect(page.getByText('Key revoked.')).toBeVisible()
      await expect(page.getByText('No API keys yet')).toBeVisible()
    })

    test('a key is made after a sign-in of the last hour alone', async ({ page }) => {
      const email = await becomeNewcomer(page)
      await signedInLongAgo(email)
      await page.goto('/settings/api-keys')
      await expect(page.getByRole('button', { name: 'Create key' })).toHaveCount(0)
      await page.getByRole('link', { name: 'Sign in again' }).click()
      await fillSignIn(page, email)
      await expect(page).toHaveURL(/\/settings\/api-keys/)
      await expect(page.getByRole('button', { name: 'Create key' })).toBeVisible()
    })
  })
}
