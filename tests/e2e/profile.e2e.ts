import { expect, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { expectAccessible } from './people'

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
      await page.getByLabel('Miles').check()
      await page.getByLabel('Time zone').selectOption('Asia/Bangkok')
      await save.click()
      await expect(page.getByText('At least 50, please.')).toBeVisible()
      await expect(page.getByLabel('Female')).toBeChecked()
      await page.getByLabel('Height (cm)').fill('180')
      await save.click()
      await expect(page.getByText('At most 400, please.')).toBeVisible()
      await expect(page.getByText('Please check what is marked below.')).toBeInViewport()
      await expect(page.getByLabel('Your name')).toHaveValue('Robin Renamed')
      await expect(page.getByLabel('Body weight (kg)')).toHaveValue('4000')
      await expect(page.getByLabel('Miles')).toBeChecked()
      await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Bangkok')

      await page.getByLabel('Body weight (kg)').fill('80,5')
      await page.getByLabel('Pounds').check()
      await page.getByLabel('The week begins on').selectOption('Sunday')
      await page.getByLabel('The day ends at').selectOption('2')
      await save.click()
      await expect(page.getByText('Your profile is saved.')).toBeVisible()
      await expect(page.getByLabel('Body weight (lb)')).toHaveValue('177.5')
      if (javaScriptEnabled) await expectAccessible(page)

      const height = page.getByLabel('Height (feet and inches)')
      await expect(height).toHaveValue('5\'11"')
      await height.fill('4 13')
      await save.click()
      await expect(page.getByText('Please type a height such as 5\'11".')).toBeVisible()
      await height.fill('6ft 1in')
      await save.click()
      await expect(page.getByText('Your profile is saved.')).toBeVisible()

      await page.goto('/settings/profile')
      await expect(page.getByLabel('Your name')).toHaveValue('Robin Renamed')
      await expect(page.getByLabel('Body weight (lb)')).toHaveValue('177.5')
      await expect(height).toHaveValue('6\'1"')
      await expect(page.getByLabel('Female')).toBeChecked()
      await expect(page.getByLabel('Pounds')).toBeChecked()
      await expect(page.getByLabel('Miles')).toBeChecked()
      await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Bangkok')
      await expect(page.getByLabel('The week begins on')).toHaveValue('0')
      await expect(page.getByLabel('The day ends at')).toHaveValue('2')
    })
  })
}
