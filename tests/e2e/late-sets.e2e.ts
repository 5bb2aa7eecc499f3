import { expect, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { expectAccessible, openPage } from './people'
import {
  BENCH,
  doneOnServer,
  field,
  onServer,
  openOnPhone,
  SOON,
  SQUAT,
  saying,
  startSession,
  tick,
  untick,
} from './phone'
import { addExercise } from './training'

test('sets that come after another phone finished are added as a correction, or let go', async ({
  browser,
}) => {
  const page = await openPage(browser)
  const context = page.context()
  await becomeNewcomer(page)
  const { id, path, setIds } = await startSession(page, [{ exercise: BENCH, sets: 3 }])
  await openOnPhone(page, path)
  await tick(page, 1).click()
  await expect(saying(page, 'Saved')).toHaveCount(1)
  await context.setOffline(true)
  for (const set of [2, 3]) await tick(page, set).click()
  await expect(saying(page, 'On this phone')).toHaveCount(2)
  const finished = await page.request.post(`/api/sessions/${id}/complete`, { data: {} })
  expect(finished.ok()).toBe(true)
  await context.setOffline(false)
  const late = page.getByRole('region', { name: 'Not added yet' })
  await expect(late.getByText('This workout is already finished.')).toHaveCount(2, SOON)
  await late.getByRole('button', { name: 'Add to the finished workout' }).first().click()
  await expect(late.getByRole('button', { name: 'Discard' })).toHaveCount(1)
  expect((await doneOnServer(page, id)).toSorted()).toEqual(setIds.slice(0, 2).toSorted())
  await late.getByRole('button', { name: 'Discard' }).click()
  await expect(page).toHaveURL(new RegExp(`/history/${id}`))
  expect(await doneOnServer(page, id)).toHaveLength(2)
  await context.close()
})

test('a set and an exercise that were new come into the workout that another phone finished', async ({
  browser,
}) => {
  const page = await openPage(browser)
  const context = page.context()
  await becomeNewcomer(page)
  const { id, path } = await startSession(page, [{ exercise: BENCH, sets: 1 }])
  await openOnPhone(page, path)
  await tick(page, 1).click()
  await expect(saying(page, 'Saved')).toHaveCount(1)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Add set' }).click()
  await field(page, 2, 'Reps').fill('6')
  await tick(page, 2).click()
  await addExercise(page, SQUAT, { typed: 'squat' })
  await field(page, 1, 'Weight (kg)', SQUAT).fill('100')
  await field(page, 1, 'Reps', SQUAT).fill('3')
  await tick(page, 1, SQUAT).click()
  await expect(untick(page, 1, SQUAT)).toBeVisible()
  const finished = await page.request.post(`/api/sessions/${id}/complete`, { data: {} })
  expect(finished.ok()).toBe(true)
  await context.setOffline(false)
  const late = page.getByRole('region', { name: 'Not added yet' })
  await expect(late.getByText(`${BENCH} 80 × 6`)).toBeVisible(SOON)
  await expect(late.getByText(`${SQUAT} 100 × 3`)).toBeVisible()
  await expectAccessible(page)
  const add = late.getByRole('button', { name: 'Add to the finished workout' })
  await expect(add).toHaveCount(2)
  await add.first().click()
  await expect(add).toHaveCount(1)
  await add.click()
  await expect(page).toHaveURL(new RegExp(`/history/${id}`))
  const { exercises } = await onServer(page, id)
  expect(
    exercises.map(({ name, sets }) => [name, ...sets.map((set) => `${set.weight} × ${set.reps}`)]),
  ).toEqual([
    [BENCH, '80 × 5', '80 × 6'],
    [SQUAT, '100 × 3'],
  ])
  await context.close()
})
