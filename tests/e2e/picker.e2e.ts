import { expect, type Page, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { expectAccessible, openPage } from './people'
import {
  BENCH,
  card,
  field,
  openMore,
  openOnPhone,
  SQUAT,
  startSession,
  tick,
  trainedBefore,
} from './phone'

const ROW = 'Barbell Bent-Over Row'
const LONG = ['Plank', 'Pull-Up', 'Push-Up', 'Chin-Up', 'Leg Press'].map((exercise) => ({
  ...{ exercise, sets: 5 },
}))
const row = (page: Page, exercise: string) =>
  page.getByRole('checkbox', { name: exercise, exact: true })
const names = (page: Page, group: string) =>
  page
    .getByRole('main')
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: group, exact: true }) })
    .getByRole('checkbox')

/** The first field of an exercise has the focus, and its card stands below the head of the page. */
async function expectLandedOn(page: Page, exercise: string, what: string): Promise<void> {
  await expect(field(page, 1, what, exercise)).toBeFocused()
  await expect(field(page, 1, what, exercise)).toBeInViewport({ ratio: 1 })
  await expect(card(page, exercise).getByRole('heading').first()).toBeInViewport({ ratio: 1 })
}

test('adds an exercise in three taps and lands on its first field, far down the page', async ({
  browser,
}) => {
  const page = await openPage(browser)
  await becomeNewcomer(page)
  await trainedBefore(page, [{ exercise: ROW, sets: 1 }])
  await openOnPhone(page, (await startSession(page, LONG)).path)
  await page.getByRole('link', { name: 'Add exercise' }).click()
  await expect(names(page, 'Recent')).toHaveCount(1)
  await row(page, ROW).check()
  await page.getByRole('button', { name: 'Add 1 exercise' }).click()
  await expectLandedOn(page, ROW, 'Weight (kg)')
  // The keyboard of a phone takes two fifths of the 844 px, and the field stands above it.
  const { y = Number.NaN } = (await field(page, 1, 'Weight (kg)', ROW).boundingBox()) ?? {}
  expect(y).toBeLessThan(500)

  await openMore(page, ROW)
  await card(page, ROW).getByRole('link', { name: 'Replace exercise' }).click()
  await page.getByRole('searchbox').fill('squat')
  await page.getByRole('button', { name: `Use ${SQUAT}`, exact: true }).click()
  await expectLandedOn(page, SQUAT, 'Weight (kg)')
  await page.context().close()
})

test('finds with a slip and adds several without a network, while the rest goes on', async ({
  browser,
}) => {
  const page = await openPage(browser)
  await becomeNewcomer(page)
  await trainedBefore(page, [{ exercise: BENCH, sets: 2, weight: 60, reps: 8 }])
  await openOnPhone(page, (await startSession(page, [{ exercise: SQUAT, sets: 2 }])).path)
  await page.context().setOffline(true)
  await tick(page, 1, SQUAT).click()
  await page.getByRole('link', { name: 'Add exercise' }).click()
  await expect(page.getByRole('timer')).toBeInViewport({ ratio: 1 })
  await page.getByRole('searchbox').fill('benhc')
  await expect(page.getByRole('checkbox').first()).toHaveAccessibleName(BENCH)
  await row(page, BENCH).check()
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await page.getByLabel('Muscle').selectOption('Chest')
  await page.getByLabel('Equipment').selectOption('No equipment')
  await row(page, 'Push-Up').check()
  await page.getByRole('button', { name: 'Add 2 exercises' }).click()
  await expectLandedOn(page, BENCH, 'Weight (kg)')
  // The phone knows the best set of the last time.
  for (const set of [1, 2]) await expect(field(page, set, 'Weight (kg)')).toHaveValue('60')
  await expect(card(page, 'Push-Up')).toBeVisible()
  await page.context().close()
})

test('makes an exercise of what was typed, says so where there is no network', async ({
  browser,
}) => {
  const page = await openPage(browser)
  await becomeNewcomer(page)
  await openOnPhone(page, (await startSession(page, [{ exercise: SQUAT, sets: 1 }])).path)
  await page.getByRole('link', { name: 'Add exercise' }).click()
  await page.getByRole('searchbox').fill('Zercher carry uphill')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: /^Create “Zercher carry uphill”/ }).click()
  await expect(page.getByText('A new exercise needs a connection')).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText('A new exercise needs a connection')).toHaveCount(0)
  await page.getByLabel('What you log').selectOption('Weight and distance')
  await page.getByLabel('Equipment').selectOption('Barbell')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Create and add' }).click()
  await expectLandedOn(page, 'Zercher carry uphill', 'Weight (kg)')
  await page.getByRole('link', { name: 'Add exercise' }).click()
  await page.getByRole('button', { name: 'Mine' }).click()
  await expect(row(page, 'Zercher carry uphill')).toBeVisible()
  await expect(page.getByRole('checkbox')).toHaveCount(1)
  await page.context().close()
})
