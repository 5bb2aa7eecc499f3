import { expect, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { expectAccessible, openPage } from './people'

for (const hasScript of [true, false]) {
  const how = hasScript ? 'with JavaScript' : 'without JavaScript'

  test(`a week is planned, and today's plan started from the first page ${how}`, async ({
    browser,
  }) => {
    const page = await openPage(browser, { javaScriptEnabled: hasScript })
    await becomeNewcomer(page)
    await page.goto('/schedule')
    await expect(page.getByText('There is nothing to plan yet')).toBeVisible()
    await page.getByRole('link', { name: 'Browse templates' }).click()
    await page.getByRole('button', { name: 'Use Couch to 5K, week 1', exact: true }).click()
    await expect(page.getByText('Added to your routines')).toBeVisible()

    await page.goto('/schedule')
    for (const day of [
      'Monday',
      'Tuesday',
      'Wednesday',
      'Thursday',
      'Friday',
      'Saturday',
      'Sunday',
    ])
      await page.getByLabel(`${day}: routine 1`).selectOption('Couch to 5K, week 1')
    await page.getByLabel('Monday: time of routine 1').fill('07:30')
    await page.getByRole('button', { name: 'Save the week' }).click()
    await expect(page.getByText('Your week is saved.')).toBeVisible()
    await expect(page.getByLabel('Monday: time of routine 1')).toHaveValue('07:30')

    // The same routine twice on a day is told beside it, and the week stays as it was.
    await page.getByLabel('Tuesday: routine 2').selectOption('Couch to 5K, week 1')
    await page.getByRole('button', { name: 'Save the week' }).click()
    await expect(page.getByText('This routine is already on that day.')).toBeVisible()
    if (hasScript) await expectAccessible(page)
    await page.goto('/schedule')
    await page.getByLabel('Wednesday: routine 1').selectOption('Rest')
    await page.getByRole('button', { name: 'Save the week' }).click()
    await expect(page.getByText('Your week is saved.')).toBeVisible()
    await expect(page.getByLabel('Wednesday: routine 2')).toHaveCount(0)
    await page.getByLabel('Wednesday: routine 1').selectOption('Couch to 5K, week 1')
    await page.getByRole('button', { name: 'Save the week' }).click()
    await expect(page.getByLabel('Wednesday: routine 2')).toBeVisible()

    await page.goto('/dashboard')
    await page.getByRole('button', { name: 'Start' }).first().click()
    await expect(page).toHaveURL(/\/workout\/[0-9a-f-]{36}/)
    await page.context().close()
  })
}
