import { expect, test } from '@playwright/test'
import { openAsNewcomer } from './newcomer'
import { BENCH, card, field, onServer, openMore, SQUAT, startSession, tick, untick } from './phone'

const ROW = 'One-Arm Dumbbell Row'

test('moves logged sets to another exercise, and back', async ({ browser }) => {
  const page = await openAsNewcomer(browser)
  const { id, path } = await startSession(page, [
    { exercise: BENCH, sets: 2 },
    { exercise: ROW, sets: 1 },
  ])
  await page.goto(path)
  for (const set of [1, 2]) {
    await tick(page, set).click()
    await expect(untick(page, set)).toBeVisible()
  }
  await page.getByRole('button', { name: 'Skip' }).click()
  await expect(page.getByRole('timer')).toHaveCount(0)
  await openMore(page, BENCH)
  await page.getByRole('link', { name: 'Replace exercise' }).click()
  await expect(page.getByLabel('I logged the wrong exercise')).toBeChecked()
  await page.getByRole('searchbox').fill(SQUAT)
  await page.getByRole('button', { name: `Use ${SQUAT}`, exact: true }).click()
  for (const set of [1, 2]) await expect(untick(page, set, SQUAT)).toBeVisible()
  await expect(card(page, BENCH)).toHaveCount(0)
  await expect(page.getByText('2 logged sets moved')).toBeVisible()
  // They are logged: a digit typed now must not change one of them.
  await expect(card(page, SQUAT).locator('input:focus')).toHaveCount(0)
  await expect(card(page, SQUAT).getByRole('heading')).toBeInViewport()
  // The rest that was skipped stays so.
  await expect(page.getByRole('timer')).toHaveCount(0)
  const names = async () =>
    (await onServer(page, id)).exercises.map(({ name, sets }) => `${sets.length} × ${name}`)
  await expect.poll(names).toEqual([`2 × ${SQUAT}`, `1 × ${ROW}`])

  await page.getByRole('button', { name: 'Undo' }).click()
  for (const set of [1, 2]) await expect(untick(page, set)).toBeVisible()
  await expect(card(page, SQUAT)).toHaveCount(0)
  await expect.poll(names).toEqual([`2 × ${BENCH}`, `1 × ${ROW}`])
  await page.context().close()
})

test('keeps logged sets when an exercise is replaced, and undoes it with one press', async ({
  browser,
}) => {
  const page = await openAsNewcomer(browser)
  const { id, path } = await startSession(page, [
    { exercise: BENCH, sets: 3 },
    { exercise: ROW, sets: 1 },
  ])
  await page.goto(path)
  await tick(page, 1).click()
  await openMore(page, BENCH)
  await page.getByRole('link', { name: 'Replace exercise' }).click()
  await expect(page.getByLabel('Switch from here on')).toBeChecked()
  await page.getByRole('searchbox').fill(SQUAT)
  await page.getByRole('button', { name: `Use ${SQUAT}`, exact: true }).click()
  await expect(page.getByText(`${BENCH} replaced`)).toBeVisible()
  const names = async () =>
    (await onServer(page, id)).exercises.map(({ name, sets }) => `${sets.length} × ${name}`)
  await expect.poll(names).toEqual([`1 × ${BENCH}`, `2 × ${SQUAT}`, `1 × ${ROW}`])

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(card(page, SQUAT)).toHaveCount(0)
  await expect.poll(names).toEqual([`3 × ${BENCH}`, `1 × ${ROW}`])
  await page.context().close()
})

test('marks the next set in the exercise that was done last', async ({ browser }) => {
  const page = await openAsNewcomer(browser)
  const { path } = await startSession(page, [
    { exercise: BENCH, sets: 2 },
    { exercise: ROW, sets: 2 },
  ])
  await page.goto(path)
  await tick(page, 1, ROW).click()
  await expect(card(page, ROW).locator('li[aria-current=step]')).toBeInViewport()
  await tick(page, 2, ROW).click()
  await expect(card(page, BENCH).locator('li[aria-current=step]')).toBeInViewport()
  await page.context().close()
})

test('Enter goes to an empty field, then logs the set once without a conflict', async ({
  browser,
}) => {
  const page = await openAsNewcomer(browser)
  const { id, path } = await startSession(page, [{ exercise: BENCH, sets: 2 }])
  await page.goto(path)
  await field(page, 1, 'Weight (kg)').fill('82.5')
  await page.keyboard.press('Enter')
  await expect(untick(page, 1)).toBeFocused()
  await expect(page.getByText('Changed on another device')).toHaveCount(0)
  const first = async () => (await onServer(page, id)).exercises[0]?.sets[0]
  await expect.poll(first).toMatchObject({ weight: 82.5, reps: 5, isCompleted: true })

  await page.getByRole('link', { name: 'Add exercise' }).click()
  await page.getByRole('searchbox').fill(SQUAT)
  await page.getByRole('checkbox', { name: SQUAT, exact: true }).check()
  await page.getByRole('button', { name: 'Add 1 exercise' }).click()
  await field(page, 1, 'Weight (kg)', SQUAT).fill('100')
  await page.keyboard.press('Enter')
  await expect(field(page, 1, 'Reps', SQUAT)).toBeFocused()
  await expect(page.getByText('Enter reps to log this set.')).toHaveCount(0)
  await page.keyboard.type('5')
  await page.keyboard.press('Enter')
  await expect(untick(page, 1, SQUAT)).toBeFocused()
  await page.context().close()
})
