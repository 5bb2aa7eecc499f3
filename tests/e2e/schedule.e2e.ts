import { expect, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { expectAccessible, openPage } from './people'

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

for (const hasScript of [true, false]) {
  const how = hasScript ? 'with JavaScript' : 'without JavaScript'

  test(`a newcomer finds a program without a barbell, puts it on three days and starts it ${how}`, async ({
    browser,
  }) => {
    const page = await openPage(browser, { javaScriptEnabled: hasScript })
    await becomeNewcomer(page)
    await page.goto('/schedule')
    await page.getByRole('link', { name: 'Browse programs' }).click()
    await page.getByLabel('Level').selectOption('Beginner')
    await page.getByLabel('Days per week').selectOption('3 days/week')
    await page.getByLabel('Equipment').selectOption('No barbell')
    if (!hasScript) await page.getByRole('button', { name: 'Search' }).click()
    await expect(page).toHaveURL(/level=beginner.*days=3.*gear=no_barbell/)
    await expect(page.getByText('5 programs and workouts')).toBeVisible()
    if (hasScript) await expectAccessible(page)
    await page.getByRole('link', { name: 'Dumbbell Full Body' }).click()
    await expect(page.getByRole('heading', { name: 'How you progress' })).toBeVisible()
    await expect(page.getByLabel('Wednesday')).toBeChecked()
    if (hasScript) await expectAccessible(page)
    // On every day, so that there is a workout today.
    for (const day of DAYS) await page.getByLabel(day).check()
    await page.getByRole('button', { name: 'Add program' }).click()
    await expect(page).toHaveURL(/\/dashboard\?added=/)
    await expect(page.getByText('Program added: Mon, Tue, Wed, Thu, Fri, Sat, Sun.')).toBeVisible()
    await expect(page.getByRole('heading', { name: /^Dumbbell Full Body, day \d$/ })).toBeVisible()
    if (hasScript) await expectAccessible(page)
    await page.getByRole('main').getByRole('link', { name: 'Schedule' }).click()
    await expect(page.getByText('3 routines added')).toBeVisible()
    const monday = page.getByLabel('Monday: routine 1').locator('option:checked')
    await expect(monday).toHaveText('Day 1 · Dumbbell Full Body')
    if (hasScript) await expectAccessible(page)

    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText('Program removed')).toBeVisible()
    await page.goto('/routines/programs/couch-to-5k')
    for (const day of DAYS) await page.getByLabel(day).check()
    await page.getByRole('button', { name: 'Add program' }).click()
    await expect(page.getByText('Program added')).toBeVisible()
    await page.goto('/workout')
    await expect(page.getByText('Planned for today')).toBeVisible()
    await page.getByRole('button', { name: 'Start workout' }).click()
    await expect(page).toHaveURL(/\/workout\/[0-9a-f-]{36}/)
    await page.context().close()
  })

  test(`a week is planned, changed and paused ${how}`, async ({ browser }) => {
    const page = await openPage(browser, { javaScriptEnabled: hasScript })
    await becomeNewcomer(page)
    await page.goto('/routines?tab=templates&q=hill')
    await page.getByRole('link', { name: 'Hill repeats' }).click()
    await page.getByRole('button', { name: 'Add to my routines' }).click()
    await expect(page.getByText('Added to your routines')).toBeVisible()

    const save = page.getByRole('button', { name: 'Save schedule' })
    await page.goto('/schedule')
    await page.getByLabel('Monday: routine 1').selectOption('Hill repeats')
    await page.getByLabel('Tuesday: routine 1').selectOption('Hill repeats')
    await page.getByLabel('Time of routine 1 on Monday').fill('07:30')
    await save.click()
    await expect(page.getByText('Schedule saved')).toBeVisible()
    await expect(page.getByLabel('Time of routine 1 on Monday')).toHaveValue('07:30')

    // The same routine twice on a day is told beside it, and the week stays as it was.
    await page.getByLabel('Tuesday: routine 2').selectOption('Hill repeats')
    await page.getByLabel('Skip for now: routine 1 on Monday').check()
    await save.click()
    await expect(page.getByText('This routine is already on that day.')).toBeVisible()
    await expect(page.getByLabel('Skip for now: routine 1 on Monday')).toBeChecked()
    if (hasScript) await expectAccessible(page)
    await page.getByLabel('Tuesday: routine 2').selectOption('Add another')
    await save.click()
    await expect(page.getByText('Schedule saved')).toBeVisible()
    await page.goto('/schedule')
    await expect(page.getByLabel('Skip for now: routine 1 on Monday')).toBeChecked()
    await expect(page.getByLabel('Skip for now: routine 1 on Tuesday')).not.toBeChecked()
    await page.getByLabel('Tuesday: routine 1').selectOption('Rest')
    await save.click()
    await expect(page.getByLabel('Tuesday: routine 2')).toHaveCount(0)
    await page.context().close()
  })
}
