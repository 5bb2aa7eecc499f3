import { expect, type Locator, type Page, test } from '@playwright/test'
import { openAsNewcomer } from './newcomer'
import { BENCH, exerciseIds, field, SQUAT, tick, untick } from './phone'

/** Three sets of one exercise on every day of the week. */
async function plan(page: Page): Promise<void> {
  const ids = await exerciseIds(page)
  const target = { repsMin: 5, repsMax: 5, weight: 80, weightUnit: 'kg' }
  const blocks = [{ exercises: [{ exerciseId: ids.get(BENCH), sets: 3, ...target }] }]
  const made = await page.request.post('/api/routines', { data: { name: 'Push', blocks } })
  const routineId = (await made.json()).data.id
  const entries = [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({ dayOfWeek, routineId }))
  expect((await page.request.put('/api/schedule', { data: { entries } })).ok()).toBe(true)
}

test('takes as few taps as a lifter has hands for, none of them after a scroll', async ({
  browser,
}) => {
  const page = await openAsNewcomer(browser)
  await page.setViewportSize({ width: 375, height: 812 })
  await plan(page)
  let taps = 0
  const tap = async (target: Locator) => {
    await expect(target).toBeInViewport({ ratio: 1 })
    await target.tap()
    taps += 1
  }
  const costs = async (most: number, what: () => Promise<void>) => {
    taps = 0
    await what()
    expect(taps).toBe(most)
  }

  await page.goto('/dashboard')
  await costs(1, async () => {
    await tap(page.getByRole('button', { name: 'Start workout' }))
    await expect(page).toHaveURL(/workout\/[0-9a-f-]{36}$/)
  })
  await costs(1, async () => {
    await tap(tick(page, 1))
    await expect(untick(page, 1)).toBeVisible()
  })
  await costs(2, async () => {
    await tap(field(page, 2, 'Weight (kg)'))
    await page.keyboard.type('82.5')
    await tap(page.getByRole('toolbar').getByRole('button', { name: 'Log this set' }))
    await expect(untick(page, 2)).toBeVisible()
    await expect(field(page, 2, 'Reps')).toHaveValue('5')
  })
  await costs(3, async () => {
    await tap(page.getByRole('link', { name: 'Add exercise' }))
    await page.getByRole('searchbox').fill(SQUAT)
    await tap(page.getByRole('checkbox', { name: SQUAT, exact: true }))
    await tap(page.getByRole('button', { name: 'Add 1 exercise' }))
    await expect(field(page, 1, 'Weight (kg)', SQUAT)).toBeFocused()
    await expect(page.getByRole('heading', { name: SQUAT })).toBeInViewport({ ratio: 1 })
  })
  await costs(2, async () => {
    await page.keyboard.press('Escape')
    await tap(field(page, 1, 'Kind', SQUAT))
    await tap(page.getByRole('button', { name: 'Remove set 1' }))
    await expect(page.getByText('Set 1 removed')).toBeVisible()
  })
  await costs(2, async () => {
    await tap(page.getByRole('link', { name: 'Finish' }).first())
    await tap(page.getByRole('button', { name: 'Finish workout' }))
    await expect(page.getByText('Nice work!')).toBeVisible()
  })
  await page.context().close()
})
