import { expect, type Page, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { expectAccessible, openPage } from './people'

const BENCH = 'Barbell Bench Press'
const line = (page: Page) => page.getByRole('group', { name: BENCH, exact: true })

/** A routine with two sets of five at 80 kg, in its editor. */
async function buildRoutine(page: Page, hasScript: boolean) {
  await page.goto('/routines/new')
  await page.getByLabel('Name').fill('Bench day')
  await page.getByRole('button', { name: 'Create and add exercises' }).click()
  await page.getByRole('button', { name: 'Add exercise', exact: true }).click()
  await page.getByRole('searchbox').fill(BENCH)
  if (!hasScript) await page.getByRole('searchbox').press('Enter')
  await page.getByRole('button', { name: `Add ${BENCH}`, exact: true }).click()
  await expect(line(page)).toBeVisible()
  await line(page).getByLabel('Sets').fill('2')
  await line(page).getByLabel('Reps', { exact: true }).fill('5')
  await line(page).getByLabel('Weight (kg)').fill('80')
}

/** Opens the fields of the rule, which are folded away. */
async function openRule(page: Page) {
  await line(page).locator('summary', { hasText: 'Progression' }).click()
  await expect(line(page).getByLabel(/^Progression/)).toBeVisible()
}

for (const hasScript of [true, false]) {
  const how = hasScript ? 'with JavaScript' : 'without JavaScript'

  test(`a load rises after a success, and the page says why ${how}`, async ({ browser }) => {
    const page = await openPage(browser, { javaScriptEnabled: hasScript })
    await becomeNewcomer(page)
    await buildRoutine(page, hasScript)
    await openRule(page)
    await line(page)
      .getByLabel(/^Progression/)
      .selectOption('Linear (add weight)')
    await line(page).getByLabel('Increment', { exact: true }).fill('much')
    await page.getByRole('button', { name: 'Save routine' }).click()
    await expect(page.getByText('Enter a number, for example 82.5.')).toBeVisible()
    await expect(line(page).getByLabel(/^Progression/)).toHaveValue('linear')
    await expect(line(page).getByLabel('Increment', { exact: true })).toHaveValue('much')
    if (hasScript) await expectAccessible(page)
    await line(page).getByLabel('Increment', { exact: true }).fill('2,5')
    await page.getByRole('button', { name: 'Save routine' }).click()
    await expect(page.getByText('Routine saved')).toBeVisible()
    await expect(page.getByText('+2.5 kg per success · −10% after 3 misses')).toBeVisible()

    await page.getByRole('button', { name: 'Start workout' }).click()
    await expect(page).toHaveURL(/\/workout\/[0-9a-f-]{36}/)
    for (const set of [1, 2]) {
      await page.getByRole('button', { name: new RegExp(`${BENCH}.*Set ${set} done$`) }).click()
      await expect(
        page.getByRole('button', { name: new RegExp(`Set ${set} done, take back`) }),
      ).toBeVisible()
    }
    await page.getByRole('link', { name: 'Finish' }).first().click()
    await page.getByRole('button', { name: 'Finish workout' }).click()
    await expect(page.getByText('Nice work!')).toBeVisible()

    await page.goto('/routines')
    await page.getByRole('link', { name: 'Bench day' }).click()
    await page.getByRole('button', { name: 'Start workout' }).click()
    await expect(page).toHaveURL(/\/workout\/[0-9a-f-]{36}/)
    await expect(
      page.getByText('In this routine you hit 2×5 at 80 kg: go up to 82.5 kg'),
    ).toBeVisible()
    await page.getByRole('button', { name: new RegExp(`${BENCH}.*Set 1 done$`) }).click()
    await expect(page.getByRole('button', { name: /Set 1 done, take back/ })).toBeVisible()
    await page.getByRole('link', { name: 'Finish' }).first().click()
    await page.getByRole('button', { name: 'Finish workout' }).click()
    await expect(page.getByText('was 80 kg', { exact: true })).toBeVisible()
    await page.context().close()
  })

  test(`a wave is typed or taken ready-made, with its training max ${how}`, async ({ browser }) => {
    const page = await openPage(browser, { javaScriptEnabled: hasScript })
    await becomeNewcomer(page)
    await buildRoutine(page, hasScript)
    await openRule(page)
    const weeks = line(page).getByLabel('Weeks, one per line')
    await line(page)
      .getByLabel(/^Progression/)
      .selectOption('Percentage cycle (5/3/1)')
    await weeks.fill('65x5 and more')
    await line(page).getByLabel('Training max (kg)').fill('100')
    await page.getByRole('button', { name: 'Save routine' }).click()
    await expect(page.getByText('Enter weeks such as 65x5 75x5 85x5+')).toBeVisible()
    await expect(weeks).toHaveValue('65x5 and more')
    await line(page)
      .getByLabel(/^Cycle/)
      .selectOption('5/3/1 with a deload week')
    await page.getByRole('button', { name: 'Save routine' }).click()
    await expect(page.getByText('4-week cycle, then +2.5 kg · training max 100 kg')).toBeVisible()

    await page.getByRole('link', { name: 'Edit' }).click()
    await line(page).getByText('4-week cycle').click()
    await expect(weeks).toHaveValue(/^65x5 75x5 85x5\+\n70x3 80x3 90x3\+\n/)
    await expect(line(page).getByLabel('Training max (kg)')).toHaveValue('100')
    if (hasScript) await expectAccessible(page)
    await page.getByRole('button', { name: 'Save routine' }).click()
    await page.getByRole('button', { name: 'Start workout' }).click()
    await expect(page.getByText('Week 1 of 4, training max 100 kg')).toBeVisible()
    await page.context().close()
  })

  test(`a week in order waits for its next workout, whatever day it is ${how}`, async ({
    browser,
  }) => {
    const page = await openPage(browser, { javaScriptEnabled: hasScript })
    await becomeNewcomer(page)
    await buildRoutine(page, hasScript)
    await page.getByRole('button', { name: 'Save routine' }).click()
    await expect(page.getByText('Routine saved')).toBeVisible()
    await page.goto('/schedule')
    const tomorrow = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(
      Date.now() + 86_400_000,
    )
    await page.getByLabel(`${tomorrow}: routine 1`).selectOption('Bench day')
    await page.getByLabel('Push everything back').check()
    await page.getByRole('button', { name: 'Save schedule' }).click()
    await expect(page.getByText('Schedule saved')).toBeVisible()
    await expect(page.getByLabel('Push everything back')).toBeChecked()
    if (hasScript) await expectAccessible(page)
    await page.goto('/dashboard')
    await expect(page.getByRole('heading', { name: 'Bench day', exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Start' }).first().click()
    await expect(page).toHaveURL(/\/workout\/[0-9a-f-]{36}/)
    await page.context().close()
  })
}
