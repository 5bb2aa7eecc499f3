import { setTimeout as sleep } from 'node:timers/promises'
import { expect, type Page, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { openPage, signIn } from './people'
import {
  BENCH,
  card,
  doneOnServer,
  field,
  finishLink,
  onServer,
  openMore,
  openOnPhone,
  openRow,
  restart,
  SOON,
  SQUAT,
  saying,
  startSession,
  tick,
  untick,
} from './phone'
import { addExercise } from './training'

test('a workout goes on without a network, and arrives as it was left', async ({ browser }) => {
  const page = await openPage(browser)
  const context = page.context()
  await becomeNewcomer(page)
  const { id, path } = await startSession(page, [{ exercise: BENCH, sets: 3 }])
  await openOnPhone(page, path)
  await context.setOffline(true)
  await page.reload()
  await expect(tick(page, 1)).toBeVisible()

  await tick(page, 1).click()
  await tick(page, 2).click()
  await field(page, 2, 'Weight (kg)').fill('82,5')
  await field(page, 2, 'Reps').fill('4')
  await field(page, 2, 'Reps').blur()
  await page.getByRole('button', { name: 'Add set' }).click()
  await field(page, 4, 'Reps').fill('4')
  await tick(page, 4).click()
  await expect(saying(page, 'On this phone')).toHaveCount(3)

  await addExercise(page, SQUAT, { typed: 'squat' })
  await field(page, 1, 'Weight (kg)', SQUAT).fill('100')
  await field(page, 1, 'Reps', SQUAT).fill('3')
  await tick(page, 1, SQUAT).click()
  await expect(untick(page, 1, SQUAT)).toBeVisible()

  await openMore(page, BENCH)
  await card(page, BENCH).getByRole('button', { name: 'Remove exercise' }).click()
  await expect(card(page, BENCH)).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await openRow(page, BENCH, 'Note')
  await card(page, BENCH).getByLabel('Note', { exact: true }).fill('Elbows in')
  await card(page, BENCH).getByRole('button', { name: 'Save note' }).click()
  await expect(card(page, BENCH).getByText('Elbows in').filter({ visible: true })).toBeVisible()
  await expect(saying(page, 'Saved')).toHaveCount(0)
  await expect(page.getByText(/syncs later/)).toBeVisible()

  const expectAll = async (shown: Page) => {
    for (const set of [1, 2, 4]) await expect(untick(shown, set)).toBeVisible()
    await expect(field(shown, 2, 'Weight (kg)')).toHaveValue('82.5')
    await expect(untick(shown, 1, SQUAT)).toBeVisible()
    await expect(shown.getByRole('paragraph').filter({ hasText: 'Elbows in' })).toBeVisible()
  }
  await page.reload()
  await expectAll(page)
  await expect(saying(page, 'On this phone')).toHaveCount(4 + 1)

  await context.setOffline(false)
  await expect(saying(page, 'On this phone')).toHaveCount(0, SOON)
  await expect(saying(page, 'Saving')).toHaveCount(0, SOON)
  await expectAll(page)
  const { exercises } = await onServer(page, id)
  const figures = exercises.map(({ name, notes, sets }) => [
    ...[name, notes],
    ...sets.map(({ weight, reps, isCompleted }) => (isCompleted ? `${weight} × ${reps}` : null)),
  ])
  expect(figures).toEqual([
    [BENCH, 'Elbows in', '80 × 5', '82.5 × 4', null, '80 × 4'],
    [SQUAT, '', '100 × 3', null, null],
  ])
  await context.close()
})

const FIVE = [BENCH, SQUAT, 'Barbell Deadlift', 'Barbell Curl', 'Sumo Deadlift']

test('sixty sets without a network and two sudden ends of the tab arrive once and in order', async ({
  browser,
}) => {
  test.slow()
  let page = await openPage(browser)
  const context = page.context()
  await becomeNewcomer(page)
  const workout = FIVE.map((exercise) => ({ exercise, sets: 12 }))
  const { id, path, setIds } = await startSession(page, workout)
  await openOnPhone(page, path)
  await context.setOffline(true)

  let done = 0
  const tickUpTo = async (count: number) => {
    for (; done < count; done++)
      await tick(page, (done % 12) + 1, FIVE[Math.floor(done / 12)]).click()
    await expect(saying(page, 'On this phone')).toHaveCount(count)
  }
  await tickUpTo(20)
  page = await restart(context, page, path)
  await expect(saying(page, 'On this phone')).toHaveCount(20)
  await tickUpTo(40)
  const crashed = page.waitForEvent('crash')
  await page.goto('chrome://crash').catch(() => {})
  await crashed
  page = await restart(context, page, path)
  await expect(saying(page, 'On this phone')).toHaveCount(40)
  await tickUpTo(60)
  await expect(page.getByText('60 of 60 sets')).toBeVisible()

  await context.setOffline(false)
  await expect(saying(page, 'On this phone')).toHaveCount(0, SOON)
  await expect(saying(page, 'Saved')).toHaveCount(60, SOON)
  expect(await doneOnServer(page, id)).toEqual(setIds)
  await context.close()
})

test('a network that comes and goes twenty times loses nothing and doubles nothing', async ({
  browser,
}) => {
  const page = await openPage(browser)
  const context = page.context()
  await becomeNewcomer(page)
  const { id, path, setIds } = await startSession(page, [{ exercise: BENCH, sets: 20 }])
  await openOnPhone(page, path)
  const flap = async () => {
    for (let flaps = 0; flaps < 20; flaps++) {
      await context.setOffline(flaps % 2 === 0)
      await sleep(150 + ((flaps * 97) % 250))
    }
    await context.setOffline(false)
  }
  const logAll = async () => {
    for (let set = 1; set <= 20; set++) {
      await tick(page, set).click()
      await expect(untick(page, set)).toBeVisible()
    }
  }
  await Promise.all([flap(), logAll()])
  await expect(saying(page, 'Saved')).toHaveCount(20, SOON)
  expect(await doneOnServer(page, id)).toEqual(setIds)
  await context.close()
})

test('answers that are lost on their way change nothing', async ({ browser }) => {
  const page = await openPage(browser, { serviceWorkers: 'block' })
  await becomeNewcomer(page)
  const { id, path, setIds } = await startSession(page, [{ exercise: BENCH, sets: 4 }])
  await page.goto(path)
  let lost = 0
  await page.route('**/api/sync', async (route) => {
    if (lost >= 3) return route.continue()
    lost += 1
    await route.fetch()
    await route.abort()
  })
  await page.getByRole('button', { name: 'Add set' }).click()
  for (const set of [1, 2, 3, 4]) await tick(page, set).click()
  await expect(saying(page, 'Saved')).toHaveCount(4, SOON)
  expect(lost).toBe(3)
  expect(await doneOnServer(page, id)).toEqual(setIds)
  const { exercises } = await onServer(page, id)
  expect(exercises.map(({ sets }) => sets.length)).toEqual([5])
  await page.context().close()
})

test('a workout finished without a network lands in the history with its totals', async ({
  browser,
}) => {
  const page = await openPage(browser)
  const context = page.context()
  await becomeNewcomer(page)
  const { id, path } = await startSession(page, [{ exercise: BENCH, sets: 2 }])
  await openOnPhone(page, path)
  await context.setOffline(true)
  for (const set of [1, 2]) await tick(page, set).click()
  await finishLink(page).click()
  await expect(page.getByRole('heading', { name: /^Finish / })).toBeVisible()
  await page.getByLabel('Notes', { exact: true }).fill('In the cellar')
  await page.getByRole('button', { name: 'Finish workout' }).click()
  await expect(page.getByText("Workout finished. It's saved on this phone")).toBeVisible()
  await page.reload()
  await expect(page.getByText("Workout finished. It's saved on this phone")).toBeVisible()
  await page.goto('/history')
  await page.getByRole('link', { name: /Finished\. It will sync/ }).click()
  await expect(page.getByText("Workout finished. It's saved on this phone")).toBeVisible()
  expect((await onServer(page, id)).status).toBe('in_progress')
  await context.setOffline(false)
  await expect(page).toHaveURL(new RegExp(`/history/${id}`), SOON)
  await expect(page.getByText('In the cellar')).toBeVisible()
  await expect(page.getByText('80 kg × 5')).toHaveCount(2)
  await context.close()
})

test('what is refused stays with its reason until somebody decides', async ({ browser }) => {
  const page = await openPage(browser, { serviceWorkers: 'block' })
  await becomeNewcomer(page)
  const { id, path, setIds } = await startSession(page, [{ exercise: BENCH, sets: 2 }])
  await page.goto(path)
  await page.route('**/api/sync', async (route) => {
    const { operations } = route.request().postDataJSON()
    const results = operations.map((operation: { id: string }) => ({
      ...{ id: operation.id, status: 'refused', key: 'validation' },
    }))
    await route.fulfill({ json: { data: { results, sessions: [] } } })
  })
  await tick(page, 1).click()
  await expect(saying(page, 'Not saved')).toHaveCount(1)
  const reason = page.getByText('The server rejected this change. 80 × 5')
  await expect(reason).toBeVisible()
  await page.unroute('**/api/sync')
  await page.reload()
  await expect(reason).toBeVisible()
  expect(await doneOnServer(page, id)).toEqual([])
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(saying(page, 'Saved')).toHaveCount(1)
  await expect(reason).toHaveCount(0)
  expect(await doneOnServer(page, id)).toEqual(setIds.slice(0, 1))
  await page.context().close()
})

test('another person on the same phone sees nothing, and nothing of the first is lost', async ({
  browser,
}) => {
  let page = await openPage(browser)
  const context = page.context()
  const first = await becomeNewcomer(page)
  const { id, path, setIds } = await startSession(page, [{ exercise: BENCH, sets: 2 }])
  await openOnPhone(page, path)
  await context.setOffline(true)
  await tick(page, 1).click()
  await expect(saying(page, 'On this phone')).toHaveCount(1)
  await page.close()
  // The first one's session ends before the phone is back.
  await context.clearCookies()
  await context.setOffline(false)

  page = await context.newPage()
  await becomeNewcomer(page)
  const own = await startSession(page, [{ exercise: SQUAT, sets: 1 }])
  await openOnPhone(page, own.path)
  await expect(page.getByText(/syncs later/)).toHaveCount(0)
  await page.goto(path)
  await expect(page.getByText(BENCH)).toHaveCount(0)
  await context.setOffline(true)
  for (const place of [path, '/dashboard']) {
    await page.goto(place)
    await expect(page.getByRole('heading', { name: "You're offline" })).toBeVisible()
    await expect(page.getByText(BENCH)).toHaveCount(0)
  }
  await page.goto(own.path)
  await expect(tick(page, 1, SQUAT)).toBeVisible()
  await context.setOffline(false)
  expect(await onServer(page, own.id)).toMatchObject({ status: 'in_progress' })

  // Back online the page goes to the server by itself, which another way would cross.
  await page.close()
  await context.clearCookies()
  page = await context.newPage()
  await signIn(page, first)
  await page.goto(path)
  await expect(saying(page, 'Saved')).toHaveCount(1, SOON)
  expect(await doneOnServer(page, id)).toEqual(setIds.slice(0, 1))
  await context.close()
})
