import { expect, type Page, test } from '@playwright/test'
import { openAsNewcomer } from './newcomer'
import { expectAccessible } from './people'
import {
  BENCH,
  card,
  closeSheet,
  field,
  openMore,
  openRow,
  SQUAT,
  startSession,
  tick,
  untick,
} from './phone'

const CURL = 'Barbell Curl'
const ROW = 'One-Arm Dumbbell Row'
const block = (page: Page) => card(page, 'Superset')
const firstCard = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 }).first()

test('scrolls to an exercise that joins a superset far above', async ({ browser }) => {
  const page = await openAsNewcomer(browser)
  const planned = [BENCH, SQUAT, ROW, CURL].map((exercise) => ({ exercise, sets: 4 }))
  await page.goto((await startSession(page, planned)).path)
  await openRow(page, CURL, 'Make a superset')
  await card(page, CURL)
    .getByRole('button', { name: `With ${SQUAT}` })
    .click()
  await expect(field(page, 1, 'Reps', CURL)).toBeInViewport({ ratio: 1 })
  await expect(field(page, 1, 'Reps', SQUAT)).toBeInViewport()
  await page.context().close()
})

test('takes an exercise of the workout into a superset, and stands at the set to do', async ({
  browser,
}) => {
  const page = await openAsNewcomer(browser)
  const planned = [BENCH, SQUAT, CURL].map((exercise) => ({ exercise, sets: 2 }))
  await page.goto((await startSession(page, planned)).path)
  await openRow(page, BENCH, 'Make a superset')
  await card(page, BENCH).getByRole('link', { name: 'With an exercise you add' }).click()
  await page.getByRole('checkbox', { name: CURL, exact: true }).check()
  await page.getByRole('button', { name: 'Make a superset' }).click()
  await expect(block(page).getByText(/^Round 1 of 2/)).toBeVisible()
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveCount(2)
  await expect(block(page).getByRole('heading', { level: 2 })).toBeInViewport()
  await expect(field(page, 1, 'Weight (kg)', BENCH)).toBeFocused()
  await page.context().close()
})

test('makes, trains, extends and dissolves a superset; a move goes past all of it', async ({
  browser,
}) => {
  const page = await openAsNewcomer(browser)
  const planned = [BENCH, SQUAT, CURL].map((exercise) => ({ exercise, sets: 2 }))
  await page.goto((await startSession(page, planned)).path)
  await openRow(page, BENCH, 'Make a superset')
  await card(page, BENCH)
    .getByRole('button', { name: `With ${SQUAT}` })
    .click()
  await expect(block(page).getByText(/^Round 1 of 2/)).toBeVisible()
  await expectAccessible(page)
  await tick(page, 1).click()
  await expect(untick(page, 1)).toBeVisible()
  await expect(page.getByRole('timer')).toHaveCount(0)
  await tick(page, 1, SQUAT).click()
  await expect(block(page).getByText(/^Round 2 of 2/)).toBeVisible()
  await expect(page.getByRole('timer')).toBeVisible()

  await openMore(page, CURL)
  await card(page, CURL).getByRole('button', { name: 'Move up', exact: true }).click()
  await expect(firstCard(page)).toHaveText(CURL)
  await closeSheet(page)
  await expect(block(page)).toBeVisible()

  await block(page).locator('summary', { hasText: 'More for Superset' }).click()
  await block(page)
    .getByRole('button', { name: `Add ${CURL}` })
    .click()
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveCount(1)
  await block(page).getByRole('button', { name: 'Add round' }).click()
  await expect(block(page).getByText(/^Round 2 of 4/)).toBeVisible()
  await block(page).locator('summary', { hasText: 'More for Superset' }).click()
  await block(page).getByRole('button', { name: 'Dissolve superset' }).click()
  await expect(block(page)).toHaveCount(0)
  for (const exercise of [BENCH, SQUAT, CURL]) await expect(card(page, exercise)).toBeVisible()
  await expect(untick(page, 1)).toBeVisible()
  await page.context().close()
})
