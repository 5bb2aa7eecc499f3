import { expect, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { expectAccessible, signIn } from './people'

test.use({ baseURL: process.env.BASE_URL })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a body is measured, mended and seen over time', async ({ page }) => {
      await becomeNewcomer(page, { unit: 'lb' })
      await page.goto('/progress/body')
      await expect(page.getByText('No entries yet')).toBeVisible()
      await expect(page.getByRole('link', { name: 'Log your body weight' })).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)

      const weight = page.getByLabel('Body weight (lb)')
      const day = page.getByLabel('Day', { exact: true })
      const inList = (text: string) =>
        page
          .getByRole('listitem')
          .filter({ has: page.getByRole('link', { name: /^Edit entry/ }) })
          .getByText(text, { exact: true })
      const add = page.getByRole('button', { name: 'Add', exact: true })
      await weight.fill('2250')
      await add.click()
      await expect(page.getByText('Must be at most 881.8.')).toBeVisible()
      await expect(weight).toHaveValue('2250')
      await weight.fill('225')
      await day.fill('2026-05-03')
      await add.click()
      await expect(page.getByText('Saved')).toBeVisible()
      await expect(weight).toHaveValue('')
      await weight.fill('223,5')
      await day.fill('2026-05-04')
      await add.click()
      await expect(inList('223.5 lb')).toBeVisible()
      await expect(inList('225 lb')).toBeVisible()

      await page.getByText('Measure something else').click()
      await page.getByRole('link', { name: 'Waist' }).click()
      await page.getByLabel('Waist (in)').fill('33.5')
      await add.click()
      await expect(inList('33.5 in')).toBeVisible()
      await expect(page.getByRole('img', { name: /^Waist, the last 365 days/ })).toBeVisible()

      await page.getByRole('link', { name: /^Body weight/ }).click()
      await page.getByRole('link', { name: 'Edit entry of May 4, 2026' }).click()
      await expect(weight).toHaveValue('223.5')
      await weight.fill('224')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(page.getByText('Entry updated')).toBeVisible()
      await expect(inList('224 lb')).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)

      await page.getByRole('link', { name: 'Edit entry of May 4, 2026' }).click()
      await page.getByText('Delete', { exact: true }).click()
      await expect(page.getByText('Delete 224 lb from May 4, 2026?')).toBeVisible()
      await page.getByRole('button', { name: 'Delete entry' }).click()
      await expect(page.getByText('Entry deleted')).toBeVisible()
      await page.goto('/settings/profile')
      await expect(page.getByLabel('Body weight (lb)')).toHaveValue('225')
    })
  })
}

test('half a year of a body has its trend, and strength its score', async ({ page }) => {
  await signIn(page, 'athlete@example.com', 'Password123!')
  await page.goto('/progress')
  await page.getByRole('link', { name: 'Body' }).click()
  await expect(page.getByRole('heading', { name: 'Body', level: 1 })).toBeVisible()
  await expect(page.getByText(/in 30 days/).first()).toBeVisible()
  await expect(page.getByRole('img', { name: /^Body weight, the last 365 days/ })).toBeVisible()
  await expect(page.getByText('DOTS score')).toBeVisible()
  await page.getByRole('link', { name: 'Older' }).click()
  await expect(page.getByRole('link', { name: 'Newest' })).toBeVisible()
  await expectAccessible(page)
})
