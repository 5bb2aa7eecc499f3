import { expect, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { expectAccessible } from './people'

test.use({ baseURL: process.env.BASE_URL })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('bars and plates are said, mended and given back', async ({ page }) => {
      await becomeNewcomer(page)
      await page.goto('/settings/profile')
      await page.getByRole('link', { name: 'Bar and plates' }).click()
      await expect(page.getByRole('heading', { name: 'Bar and plates', level: 1 })).toBeVisible()
      const plate = (number: number) => page.getByLabel(`Plate ${number} in kg: weight`)
      const count = (number: number) => page.getByLabel(`Plate ${number} in kg: how many`)
      const save = page.getByRole('button', { name: 'Save', exact: true })
      const reset = page.getByRole('button', { name: 'Reset to default' })
      await expect(page.getByText('25 + 15 per side')).toBeVisible()
      await expect(page.getByLabel('Plate 1 in lb: weight')).toBeHidden()
      await expect(reset).toBeHidden()
      if (javaScriptEnabled) await expectAccessible(page)

      await page.getByLabel('Bar (kg)').fill('15,5')
      await count(1).fill('many')
      await page.getByLabel('Rest between sets').fill('10:01')
      await save.click()
      await expect(page.getByText('Enter a number, for example 82.5.')).toBeVisible()
      await expect(page.getByText('Must be at most 10:00.')).toBeVisible()
      await expect(page.getByLabel('Bar (kg)')).toHaveValue('15,5')
      await expect(count(1)).toHaveValue('many')
      if (javaScriptEnabled) await expectAccessible(page)

      await count(1).fill('2')
      await plate(2).fill('')
      await plate(8).fill('5')
      await count(8).fill('2')
      await page.getByLabel('Rest between sets').fill('1:30')
      await save.click()
      await expect(page.getByText('Fill this in.')).toBeVisible()
      await expect(page.getByText("You've already listed this plate.")).toBeVisible()

      await count(2).fill('')
      await plate(8).fill('0,5')
      await save.click()
      await expect(page.getByText('Bar and plates saved')).toBeVisible()
      await expect(plate(2)).toHaveValue('15')
      await expect(plate(7)).toHaveValue('0.5')
      await expect(page.getByText('25 + 15 + 2.5 per side')).toBeVisible()
      await expect(page.getByText('Closest you can load: 100.5 kg')).toBeVisible()

      await page.getByText('Pounds').click()
      await page.getByLabel('Bar (lb)').fill('300')
      await save.click()
      await expect(page.getByText('Must be at most 220.')).toBeVisible()
      await page.getByLabel('Bar (lb)').fill('35')
      await save.click()
      await expect(page.getByText('Bar and plates saved')).toBeVisible()

      await page.goto('/settings/gear')
      await expect(page.getByLabel('Bar (kg)')).toHaveValue('15.5')
      await expect(page.getByLabel('Rest between sets')).toHaveValue('1:30')
      await page.getByText('Pounds').click()
      await expect(page.getByLabel('Bar (lb)')).toHaveValue('35')
      await reset.click()
      await expect(page.getByText('Bar and plates reset to default')).toBeVisible()
      await expect(page.getByLabel('Bar (kg)')).toHaveValue('20')
      await expect(page.getByLabel('Rest between sets')).toHaveValue('1:30')
      await expect(page.getByText('25 + 15 per side')).toBeVisible()
    })
  })
}
