import { type Browser, expect, type Page, test } from '@playwright/test'
import { newId } from '@/lib/core/id'
import { startWorkout } from '@/tests/bench/loaded-javascript'
import { becomeNewcomer } from './newcomer'
import { base, expectAccessible, openPage, signIn } from './people'
import { saying } from './phone'
import { letHoursPass } from './server-database'

/** Somebody with a workout that goes on, a set of which the server does not take. */
async function openUnsent(browser: Browser) {
  const context = await browser.newContext({ baseURL: base(), serviceWorkers: 'block' })
  const page = await context.newPage()
  const email = await becomeNewcomer(page)
  const workout = await startWorkout(page)
  await context.route('**/api/sync', (route) => route.abort())
  await page.goto(workout)
  await page
    .getByRole('button', { name: /Set 1 done$/ })
    .first()
    .click()
  await expect(saying(page, 'On this phone')).not.toHaveCount(0)
  return { page, email, workout }
}

const waiting = (page: Page) => page.getByText(/^1 change to .+ hasn't synced yet\.$/)
const letThrough = (page: Page) => page.context().unroute('**/api/sync')

async function countDone(page: Page, workout: string): Promise<number> {
  const answer = await page.request.get(`/api/sessions/${workout.slice(-36)}`)
  const { data } = await answer.json()
  return data.exercises
    .flatMap((exercise: { sets: { isCompleted: boolean }[] }) => exercise.sets)
    .filter((set: { isCompleted: boolean }) => set.isCompleted).length
}

/** How many workouts the browser keeps. */
const countKept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('gym-tracker')
        opening.onsuccess = () => {
          const db = opening.result
          const counting = db.transaction('workouts').objectStore('workouts').count()
          counting.onsuccess = () => resolve(counting.result)
          db.close()
        }
      }),
  )

test('what a workout left on the phone is told and sent from any other page', async ({
  browser,
}) => {
  const { page, workout } = await openUnsent(browser)
  await page.goto('/dashboard')
  await expect(waiting(page)).toBeVisible()
  await expectAccessible(page)
  await page.goto('/history')
  await page.getByRole('main').getByRole('link', { name: 'Show' }).click()
  await expect(page).toHaveURL(`${workout}?unsent=1`)
  await expect(saying(page, 'On this phone')).not.toHaveCount(0)
  await expect(waiting(page)).toHaveCount(0)
  expect(await countDone(page, workout)).toBe(0)

  await page.goto('/dashboard')
  await expect(waiting(page)).toBeVisible()
  await letThrough(page)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(waiting(page)).toHaveCount(0)
  expect(await countDone(page, workout)).toBe(1)
  await page.context().close()
})

test('a workout that was discarded elsewhere leaves nothing that cannot be let go', async ({
  browser,
}) => {
  const { page, workout } = await openUnsent(browser)
  await page.request.delete(`/api/sessions/${workout.slice(-36)}`)
  await letThrough(page)
  await page.goto('/dashboard')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByText('discarded on another device')).toHaveCount(0)
  await page.goto('/history')
  await expect(page.getByRole('button', { name: 'Discard' })).toHaveCount(0)
  await page.context().close()
})

test('sends what was refused of a discarded workout once it is restored', async ({ browser }) => {
  const { page, workout } = await openUnsent(browser)
  const session = `/api/sessions/${workout.slice(-36)}`
  await page.request.delete(session)
  await letThrough(page)
  await page.goto('/dashboard')
  await expect(page.getByText('discarded on another device')).toBeVisible()
  await page.getByRole('button', { name: /^Restore/ }).click()
  await expect(page).toHaveURL(workout)
  await expect.poll(() => countDone(page, workout)).toBe(1)
  await expect(page.getByRole('button', { name: /Set 1 done, take back/ }).first()).toBeVisible()
  await page.context().close()
})

test('signing out asks about what is on the phone only, and it waits for its person', async ({
  browser,
}) => {
  const { page, email, workout } = await openUnsent(browser)
  await page.goto('/more')
  const signOut = page.getByRole('main').getByRole('button', { name: 'Sign out', exact: true })
  const dialog = page.getByRole('dialog', { name: 'Sign out?' })
  await signOut.click()
  await expect(dialog.getByText("1 change hasn't synced.")).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  await signOut.click()
  await dialog.getByRole('button', { name: 'Sync now' }).click()
  await expect(dialog.getByText("Couldn't sync right now.")).toBeVisible()
  await dialog.getByRole('button', { name: 'Sign out anyway' }).click()
  await expect(page.getByText('Signed out')).toBeVisible()

  // Somebody else on the same phone neither sees nor sends it.
  const other = await becomeNewcomer(page)
  expect(other).not.toBe(email)
  await expect(waiting(page)).toHaveCount(0)
  await letThrough(page)
  await page.goto('/more')
  await signOut.click()
  await expect(page.getByText('Signed out')).toBeVisible()

  await signIn(page, email)
  await expect.poll(() => countDone(page, workout)).toBe(1)
  await page.goto('/more')
  await signOut.click()
  await expect(page.getByText('Signed out')).toBeVisible()
  await expect.poll(() => countKept(page)).toBe(0)
  await page.context().close()
})

test('signing out can send first', async ({ browser }) => {
  const { page, email, workout } = await openUnsent(browser)
  await page.goto('/more')
  await expect(waiting(page)).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Sign out', exact: true }).click()
  await letThrough(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Sync now' }).click()
  await expect(page.getByText('Signed out')).toBeVisible()
  await signIn(page, email)
  expect(await countDone(page, workout)).toBe(1)
  await page.context().close()
})

/** Bench press, three sets of five at 60 kg, in a routine; the workout of it is done at `weight`. */
async function trainRoutine(page: Page, weight: number) {
  const found = await page.request.get('/api/exercises?search=barbell+bench+press&limit=1')
  const exerciseId = (await found.json()).data[0].id
  const line = { exerciseId, sets: 3, repsMin: 5, repsMax: 5, weight: 60, weightUnit: 'kg' }
  const made = await page.request.post('/api/routines', {
    data: { name: 'Push day', blocks: [{ exercises: [line] }] },
  })
  const routineId: string = (await made.json()).data.id
  const started = await page.request.post('/api/sessions', {
    data: { id: newId(), plan_id: routineId },
  })
  const { id, exercises } = (await started.json()).data
  const done = exercises.map((log: { id: string; sets: { id: string }[] }) => ({
    id: log.id,
    sets: log.sets.map((set) => ({ id: set.id, weight, reps: 5, isCompleted: true })),
  }))
  const patched = await page.request.patch(`/api/sessions/${id}`, { data: { exercises: done } })
  expect(patched.ok(), await patched.text()).toBe(true)
  return { routineId, id: String(id) }
}

for (const hasScript of [true, false]) {
  const how = hasScript ? 'with JavaScript' : 'without JavaScript'

  test(`a forgotten workout is asked about on Train and Today, ${how}`, async ({ browser }) => {
    const page = await openPage(browser, { javaScriptEnabled: hasScript })
    const email = await becomeNewcomer(page)
    const { id } = await trainRoutine(page, 60)
    await page.goto('/workout')
    await expect(page.getByText('In progress')).toBeVisible()
    await letHoursPass(email, 4)
    for (const path of ['/dashboard', '/workout']) {
      await page.goto(path)
      await expect(page.getByText('Still training?')).toBeVisible()
      await expect(page.getByText(/The last set was at \d+:\d\d/)).toBeVisible()
    }
    if (hasScript) await expectAccessible(page)
    await page.getByRole('button', { name: 'Resume' }).click()
    await expect(page).toHaveURL(new RegExp(`/workout/${id}${hasScript ? '' : '#next'}$`))
    await expect(page.getByText('Still training?')).toHaveCount(0)
    await page.goto('/dashboard')
    await expect(page.getByText('In progress')).toBeVisible()
    await page.context().close()
  })

  test(`another workout can begin where one was forgotten, ${how}`, async ({ browser }) => {
    const page = await openPage(browser, { javaScriptEnabled: hasScript })
    const email = await becomeNewcomer(page)
    const { id, routineId } = await trainRoutine(page, 60)
    await letHoursPass(email, 4)
    await page.goto(`/routines/${routineId}`)
    await page.getByRole('button', { name: 'Start workout' }).click()
    await page.getByRole('button', { name: /^Finish at \d+:\d\d .*and start new$/ }).click()
    await expect(page).toHaveURL(/\/workout\/[0-9a-f-]{36}$/)
    expect(page.url()).not.toContain(id)
    await page.goto(`/history/${id}`)
    await expect(page.getByRole('heading', { name: 'Push day' })).toBeVisible()
    await page.context().close()
  })

  test(`it may end with its last set, ${how}`, async ({ browser }) => {
    const page = await openPage(browser, { javaScriptEnabled: hasScript })
    const email = await becomeNewcomer(page)
    const { id } = await trainRoutine(page, 60)
    await letHoursPass(email, 4)
    await page.goto('/dashboard')
    await page.getByRole('button', { name: /^Finish at \d+:\d\d/ }).click()
    await expect(page).toHaveURL(`/history/${id}?finished=1`)
    await expect(page.getByText('Nice work!')).toBeVisible()
    await page.context().close()
  })

  test(`writes what was done differently into the routine and takes it back, ${how}`, async ({
    browser,
  }) => {
    const page = await openPage(browser, { javaScriptEnabled: hasScript })
    await becomeNewcomer(page)
    const { id, routineId } = await trainRoutine(page, 62.5)
    await page.request.post(`/api/sessions/${id}/complete`, { data: {} })
    await page.goto(`/history/${id}?finished=1`)
    await expect(page.getByText(/^Update .*\?$/)).toBeVisible()
    await expect(page.getByText('3 × 5 · 62.5 kg')).toBeVisible()
    const heads = page.getByRole('heading', { name: /^(Planned vs\. done|Barbell Bench Press)$/ })
    await expect(heads).toHaveText(['Planned vs. done', 'Barbell Bench Press'])
    if (hasScript) await expectAccessible(page)
    const update = page.getByRole('button', { name: 'Update routine' })
    const heavier = page.getByRole('checkbox', { name: /62\.5/ })
    await heavier.uncheck()
    await update.click()
    await expect(page.getByText('Choose at least one change.')).toBeVisible()
    await heavier.check()
    await update.click()
    const summary = `/history/${id}\\?finished=1`
    await expect(page).toHaveURL(new RegExp(`${summary}&updated=[0-9a-f-]{36}#routine-update$`))
    await expect(page.getByText('Routine updated.')).toBeInViewport()
    await expect(page.getByText(/^Update .*\?$/)).toHaveCount(0)
    if (hasScript) await expectAccessible(page)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page).toHaveURL(new RegExp(`${summary}&undone=1#routine-update$`))
    await expect(page.getByText('Update undone.')).toBeVisible()
    await page.goto(`/history/${id}`)
    await update.click()
    await expect(page.getByText('Routine updated.')).toBeVisible()
    await page.goto(`/history/${id}`)
    await expect(page.getByText(/^Update .*\?$/)).toHaveCount(0)
    await expect(heads).toHaveText(['Barbell Bench Press', 'Planned vs. done'])
    await page.goto(`/routines/${routineId}`)
    await expect(page.getByText('62.5 kg').first()).toBeVisible()
    await page.context().close()
  })
}
