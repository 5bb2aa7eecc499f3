import { expect, test } from '@playwright/test'
import { newId } from '@/lib/core/id'
import { becomeNewcomer } from './newcomer'
import { openPage } from './people'
import {
  BENCH,
  doneOnServer,
  exerciseIds,
  finishLink,
  keptByWorker,
  keptInStores,
  SOON,
  SQUAT,
  tick,
  untick,
} from './phone'
import { addExercise } from './training'

test('starts a routine without a network, and the workout arrives finished', async ({
  browser,
}) => {
  const page = await openPage(browser)
  await becomeNewcomer(page)
  const ids = await exerciseIds(page)
  const line = { sets: 2, repsMin: 5, repsMax: 5, weight: 80, weightUnit: 'kg' }
  const blocks = [{ exercises: [{ ...line, exerciseId: ids.get(BENCH) }] }]
  const made = await page.request.post('/api/routines', {
    data: { id: newId(), name: 'Bench day', blocks },
  })
  expect(made.ok()).toBe(true)
  await page.goto('/workout')
  await keptByWorker(page)
  const kept = () => keptInStores(page, ['starts', 'catalogues'])
  await expect.poll(kept, SOON).toEqual([true, true])

  await page.context().setOffline(true)
  await page.goto('/workout')
  await page.getByRole('button', { name: 'Bench day' }).click()
  await expect(finishLink(page)).toBeVisible()
  await tick(page, 1).click()
  await expect(untick(page, 1)).toBeVisible()
  await page.reload()
  await expect(untick(page, 1)).toBeVisible()
  const id = page.url().slice(-36)
  await addExercise(page, SQUAT, { typed: 'squat' })
  await expect(page.getByRole('heading', { name: SQUAT })).toBeVisible()
  await page.goto('/dashboard')
  await expect(page.getByRole('link', { name: 'Open Bench day' })).toBeVisible()
  await page.getByRole('link', { name: 'Open Bench day' }).click()
  await finishLink(page).click()
  await page.getByRole('button', { name: 'Finish workout' }).click()
  await expect(page.getByText("Workout finished. It's saved on this phone")).toBeVisible()

  await page.context().setOffline(false)
  await expect.poll(() => doneOnServer(page, id).catch(() => []), SOON).toHaveLength(1)
  await page.goto('/history')
  await expect(page.getByRole('link', { name: /Bench day/ })).toBeVisible()
  await page.context().close()
})
