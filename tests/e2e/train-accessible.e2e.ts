import { expect, type Page, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { expectAccessible, openPage } from './people'
import {
  BENCH,
  card,
  closeSheet,
  field,
  finishLink,
  openMore,
  openOnPhone,
  openSet,
  SQUAT,
  startSession,
  tick,
  trainedBefore,
} from './phone'

const ROW = 'One-Arm Dumbbell Row'

async function expectAccessibleInBoth(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
}

test('axe finds nothing on the screen with everything open, nor on its other parts', async ({
  browser,
}) => {
  test.slow()
  const page = await openPage(browser)
  await becomeNewcomer(page)
  await trainedBefore(page, [{ exercise: BENCH, sets: 2, weight: 82.5, reps: 6 }])
  const { path } = await startSession(page, [
    { exercise: BENCH, sets: 3 },
    { exercise: 'Plank', sets: 2, weight: null, reps: null },
    { exercise: ROW, sets: 2, weight: 30, reps: 10 },
    { exercise: SQUAT, sets: 1 },
  ])
  await openOnPhone(page, path)
  await openMore(page, SQUAT)
  await card(page, SQUAT).getByRole('button', { name: 'Remove exercise' }).click()
  await tick(page, 1).click()
  await field(page, 2, 'Weight (kg)').fill('eighty')
  await tick(page, 2).click()
  await field(page, 3, 'Reps').fill('877')
  await tick(page, 3).click()
  await expect(page.getByText('877 reps? Your most is 6.')).toBeVisible()
  await expect(page.getByRole('timer')).toBeVisible()
  await expectAccessibleInBoth(page)
  await openMore(page, BENCH)
  const closed = page.locator('dialog details:not([open]) > summary')
  for (let left = await closed.count(); left > 0; left--) await closed.first().click()
  await expectAccessibleInBoth(page)
  await closeSheet(page)
  await openSet(page, 2)
  await expectAccessibleInBoth(page)
  await closeSheet(page)

  await page.getByRole('link', { name: 'Add exercise' }).click()
  await page.getByRole('checkbox', { name: SQUAT, exact: true }).check()
  await expectAccessibleInBoth(page)
  await page.goBack()

  await page.context().setOffline(true)
  await tick(page, 1, ROW).click()
  await expect(page.getByText(/syncs later/)).toBeVisible()
  await expectAccessibleInBoth(page)
  await finishLink(page).click()
  await page.locator('summary', { hasText: 'Discard' }).click()
  await expectAccessibleInBoth(page)
  await page.getByRole('button', { name: 'Finish workout' }).click()
  await expect(page.getByText("Workout finished. It's saved on this phone")).toBeVisible()
  await expectAccessibleInBoth(page)
  await page.context().close()
})
