import { expect, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { expectAccessible, newEmail } from './people'

test.use({ baseURL: process.env.BASE_URL })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a profile is saved, or told what is wrong with it', async ({ page }) => {
      await becomeNewcomer(page)
      await page.goto('/settings/profile')
      const save = page.getByRole('button', { name: 'Save', exact: true })
      await page.getByLabel('Your name').fill('Robin Renamed')
      await page.getByLabel('Body weight (kg)').fill('4000')
      await page.getByLabel('Height (cm)').fill('18')
      await page.getByLabel('Female').check()
      await page.getByLabel('Year of birth').fill('1988')
      await page.getByLabel('Experience').selectOption('Intermediate')
      await page.getByLabel('Build muscle').check()
      await page.getByLabel('Health').check()
      await page.getByLabel('Miles').check()
      await page.getByLabel('Time zone').selectOption('Asia/Bangkok')
      await save.click()
      await expect(page.getByText('Must be at least 50.')).toBeVisible()
      await expect(page.getByLabel('Female')).toBeChecked()
      await expect(page.getByLabel('Build muscle')).toBeChecked()
      await page.getByLabel('Height (cm)').fill('180')
      await save.click()
      await expect(page.getByText('Must be at most 400.')).toBeInViewport()
      await expect(page.getByText('Please check the marked fields.')).toBeVisible()
      await expect(page.getByLabel('Your name')).toHaveValue('Robin Renamed')
      await expect(page.getByLabel('Body weight (kg)')).toHaveValue('4000')
      await expect(page.getByLabel('Miles')).toBeChecked()
      await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Bangkok')

      await page.getByLabel('Body weight (kg)').fill('80,5')
      await page.getByLabel('Pounds').check()
      await page.getByLabel('Week starts on').selectOption('Sunday')
      await page.getByLabel('Day starts at').selectOption('2')
      await save.click()
      await expect(page.getByText('Profile saved')).toBeVisible()
      await expect(page.getByLabel('Body weight (lb)')).toHaveValue('177.5')
      if (javaScriptEnabled) await expectAccessible(page)

      const height = page.getByLabel('Height (feet and inches)')
      await expect(height).toHaveValue('5\'11"')
      await height.fill('4 13')
      await save.click()
      await expect(page.getByText('Enter a height such as 5\'11".')).toBeVisible()
      await height.fill('6ft 1in')
      await save.click()
      await expect(page.getByText('Profile saved')).toBeVisible()

      await page.goto('/settings/profile')
      await expect(page.getByLabel('Your name')).toHaveValue('Robin Renamed')
      await expect(page.getByLabel('Body weight (lb)')).toHaveValue('177.5')
      await expect(height).toHaveValue('6\'1"')
      await expect(page.getByLabel('Female')).toBeChecked()
      await expect(page.getByLabel('Year of birth')).toHaveValue('1988')
      await expect(page.getByLabel('Experience')).toHaveValue('intermediate')
      await expect(page.getByLabel('Health')).toBeChecked()
      await expect(page.getByLabel('Get stronger')).not.toBeChecked()
      await expect(page.getByLabel('Pounds')).toBeChecked()
      await expect(page.getByLabel('Miles')).toBeChecked()
      await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Bangkok')
      await expect(page.getByLabel('Week starts on')).toHaveValue('0')
      await expect(page.getByLabel('Day starts at')).toHaveValue('2')
    })
  })
}

test.describe('on a device in Berlin', () => {
  test.use({ timezoneId: 'Europe/Berlin' })

  test('takes the zone of the device where the profile has another', async ({ page }) => {
    await becomeNewcomer(page)
    await page.goto('/settings/profile')
    await expect(page.getByText('Your device says Europe/Berlin.')).toBeVisible()
    await page.getByRole('button', { name: 'Use it' }).click()
    await expect(page.getByLabel('Time zone')).toBeFocused()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('Profile saved')).toBeVisible()
    await page.reload()
    await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Berlin')
    await expect(page.getByText('Your device says')).toHaveCount(0)
  })

  test('gives a new account the zone of the device after a refused try', async ({ page }) => {
    await page.goto('/auth/register')
    await page.getByLabel('Your name').fill('Kim')
    await page.getByLabel('Email').fill(newEmail())
    await page.getByLabel('Password').fill('short')
    await page.getByRole('button', { name: 'Create an account' }).click()
    await expect(page.getByText('Use at least 10 characters.')).toBeVisible()
    await expect(page.locator('input[name=timeZone]').first()).toHaveValue('Europe/Berlin')
  })
})
