import { expect, type Page, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { expectAccessible, openPage, register } from './people'
import { saying } from './phone'
import { trainOnce } from './training'

test.describe('from nothing to a finished workout', () => {
  test('with JavaScript', async ({ browser }) => {
    const page = await openPage(browser)
    await register(page)
    await expectAccessible(page)
    await trainOnce(page, { hasScript: true })
    await expect(saying(page, 'Saved')).toHaveCount(1)

    // A changed weight carries down, and one tap accepts it.
    await expect(page.getByLabel('Barbell Bench Press, Set 2: Weight (kg)')).toHaveValue('82.5')
    await page.getByLabel('Barbell Bench Press, Set 2: Reps').fill('4')
    await page.getByRole('button', { name: /Set 2 done$/ }).click()
    await expect(page.getByRole('button', { name: /Set 2 done, take back/ })).toBeVisible()
    await expect(page.getByText('2 of 3 sets')).toBeVisible()
    await expectAccessible(page)

    await page.reload()
    await expect(page.getByLabel('Barbell Bench Press, Set 2: Weight (kg)')).toHaveValue('82.5')
    await expect(page.getByLabel('Barbell Bench Press, Set 2: Reps')).toHaveValue('4')
    await expect(page.getByLabel('Barbell Bench Press, Set 1: Weight (kg)')).toHaveValue('82.5')
    await finish(page)
    await page.context().close()
  })

  test('without JavaScript', async ({ browser }) => {
    const page = await openPage(browser, { javaScriptEnabled: false })
    await becomeNewcomer(page)
    await trainOnce(page, { hasScript: false })
    await expect(page.getByLabel('Barbell Bench Press, Set 1: Weight (kg)')).toHaveValue('82.5')
    await page.getByLabel('Barbell Bench Press, Set 2: Weight (kg)').fill('80')
    await page.getByLabel('Barbell Bench Press, Set 2: Reps').fill('6')
    await page.getByRole('button', { name: /Set 2 done$/ }).click()
    await expect(page.getByText('2 of 3 sets')).toBeVisible()
    await finish(page)
    await page.context().close()
  })
})

async function finish(page: Page) {
  await page.getByRole('link', { name: 'Finish' }).first().click()
  await expect(page.getByText('1 set not done: Barbell Bench Press.')).toBeVisible()
  await page.getByLabel('Good').check()
  await page.getByLabel('Notes', { exact: true }).fill('Strong today 💪')
  await page.getByRole('button', { name: 'Finish workout' }).click()
  await expect(page.getByText('Nice work!')).toBeVisible()
  await expect(page.getByText(/·\sGood$/)).toBeVisible()
  // A first workout is a baseline.
  await expect(page.getByText('1 record')).toHaveCount(0)
  await expect(page.getByText('Strong today 💪')).toBeVisible()
  await page.goto('/history')
  await expect(page.getByRole('link', { name: /day/ }).first()).toBeVisible()
}

test('nonsense in a set is told beside it, kept as typed, and changes nothing', async ({
  browser,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await openPage(browser, { javaScriptEnabled })
    await becomeNewcomer(page)
    await trainOnce(page, { hasScript: javaScriptEnabled })
    await page.getByLabel('Barbell Bench Press, Set 2: Weight (kg)').fill('eighty')
    await page.getByLabel('Barbell Bench Press, Set 2: Reps').fill('877')
    await page.getByRole('button', { name: /Set 2 done$/ }).click()
    await expect(page.getByText(/Enter a number/)).toBeVisible()
    await expect(page.getByLabel('Barbell Bench Press, Set 2: Weight (kg)')).toHaveValue('eighty')
    await expect(page.getByLabel('Barbell Bench Press, Set 2: Reps')).toHaveValue('877')
    await expect(page.getByRole('button', { name: /Set 2 done$/ })).toBeVisible()
    const workout = page.url()
    await page.goto('/dashboard')
    await page.goto(workout)
    await expect(page.getByText('1 of 3 sets')).toBeVisible()
    await page.context().close()
  }
})
