import { expect, type Page, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { openPage } from './people'
import {
  BENCH,
  card,
  doneOnServer,
  field,
  keepNoWorkouts,
  onServer,
  openMore,
  openOnPhone,
  SOON,
  SQUAT,
  saying,
  startSession,
  tick,
  untick,
} from './phone'

const DEADLIFT = 'Barbell Deadlift'

/** Keeps the connections that a page opens, so that they can be ended as a phone ends them. */
const watchConnections = (page: Page) =>
  page.addInitScript(() => {
    const { open } = IDBFactory.prototype
    const connections: IDBDatabase[] = []
    Object.assign(window, { connections })
    IDBFactory.prototype.open = function (...asked) {
      const opening = open.apply(this, asked)
      opening.addEventListener('success', () => connections.push(opening.result))
      return opening
    }
  })

const endConnections = (page: Page) =>
  page.evaluate(() => {
    const connections: IDBDatabase[] = Reflect.get(window, 'connections')
    for (const db of connections) db.close()
  })

test('a phone that ends its connection to what it keeps goes on keeping and sending', async ({
  browser,
}) => {
  const page = await openPage(browser)
  await watchConnections(page)
  await becomeNewcomer(page)
  const { id, path, setIds } = await startSession(page, [{ exercise: BENCH, sets: 3 }])
  await openOnPhone(page, path)
  await endConnections(page)
  await tick(page, 1).click()
  await expect(saying(page, 'Saved')).toHaveCount(1)
  expect(await doneOnServer(page, id)).toEqual(setIds.slice(0, 1))

  await page.context().setOffline(true)
  await endConnections(page)
  await tick(page, 2).click()
  await expect(saying(page, 'On this phone')).toHaveCount(1)
  await page.reload()
  await expect(untick(page, 2)).toBeVisible()
  await endConnections(page)
  await page.context().setOffline(false)
  await expect(saying(page, 'Saved')).toHaveCount(2, SOON)
  expect(await doneOnServer(page, id)).toEqual(setIds.slice(0, 2))
  await page.context().close()
})

test('a page that cannot read its phone any more sends what it knows', async ({ browser }) => {
  const page = await openPage(browser, { serviceWorkers: 'block' })
  await becomeNewcomer(page)
  const { id, path, setIds } = await startSession(page, [{ exercise: BENCH, sets: 3 }])
  await page.goto(path)
  await page.route('**/api/sync', (route) => route.abort())
  await tick(page, 1).click()
  await expect(saying(page, 'On this phone')).toHaveCount(1)
  // As a newer version of the app does in another window.
  await page.evaluate(
    () =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('gym-tracker', 99)
        opening.onsuccess = () => {
          opening.result.close()
          done()
        }
        opening.onerror = fail
      }),
  )
  await tick(page, 2).click()
  await expect(saying(page, 'Only in this window')).toHaveCount(2, SOON)
  await page.unroute('**/api/sync')
  await expect(saying(page, 'Saved')).toHaveCount(2, SOON)
  expect(await doneOnServer(page, id)).toEqual(setIds.slice(0, 2))
  await page.context().close()
})

test('a phone without room for more goes on in the window and sends from there', async ({
  browser,
}) => {
  const page = await openPage(browser, { serviceWorkers: 'block' })
  await becomeNewcomer(page)
  const { id, path, setIds } = await startSession(page, [{ exercise: BENCH, sets: 2 }])
  await page.goto(path)
  await page.evaluate(keepNoWorkouts)
  for (const set of [1, 2]) await tick(page, set).click()
  await expect(saying(page, 'Saved')).toHaveCount(2, SOON)
  expect(await doneOnServer(page, id)).toEqual(setIds)
  await page.context().close()
})

test('a set that is done while the window leaves a full phone comes along', async ({ browser }) => {
  const page = await openPage(browser, { serviceWorkers: 'block' })
  await becomeNewcomer(page)
  const { id, path, setIds } = await startSession(page, [{ exercise: BENCH, sets: 2 }])
  await page.addInitScript(keepNoWorkouts)
  // The set is done once what waits is being read for the way.
  await page.addInitScript(() => {
    let isLeft = false
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function (...row) {
      if (this.name === 'workouts') isLeft = true
      return put.apply(this, row)
    }
    const { getAllKeys } = IDBIndex.prototype
    IDBIndex.prototype.getAllKeys = function (...asked) {
      const keys = getAllKeys.apply(this, asked)
      if (isLeft) document.querySelector<HTMLElement>('li form button[aria-pressed=false]')?.click()
      isLeft = false
      return keys
    }
  })
  await page.goto(path)
  await expect(saying(page, 'Saved')).toHaveCount(1)
  await tick(page, 2).click()
  await expect(saying(page, 'Saved')).toHaveCount(2)
  expect(await doneOnServer(page, id)).toEqual(setIds)
  await page.context().close()
})

test('a browser that keeps nothing says so, and asks before it forgets', async ({ browser }) => {
  const page = await openPage(browser, { serviceWorkers: 'block' })
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
  await becomeNewcomer(page)
  const { id, path, setIds } = await startSession(page, [{ exercise: BENCH, sets: 2 }])
  await page.goto(path)
  await expect(page.getByText('Your browser blocks storage')).toBeVisible()
  // What keeps changes in the window comes with the first press.
  await tick(page, 1).click()
  await expect(saying(page, 'Saved')).toHaveCount(1)
  await page.context().setOffline(true)
  await tick(page, 2).click()
  await expect(saying(page, 'Only in this window')).toHaveCount(1)
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await page.context().setOffline(false)
  await expect(saying(page, 'Saved')).toHaveCount(2, SOON)
  expect(await doneOnServer(page, id)).toEqual(setIds)
  await page.context().close()
})

test('an answer that is lost before a reload invents no conflict and moves nothing twice', async ({
  browser,
}) => {
  const page = await openPage(browser, { serviceWorkers: 'block' })
  await becomeNewcomer(page)
  const three = [BENCH, SQUAT, DEADLIFT].map((exercise) => ({ exercise, sets: 1 }))
  const { id, path } = await startSession(page, three)
  await page.goto(path)
  let answer: 'none' | 'lost' | 'busy' = 'none'
  await page.route('**/api/sync', async (route) => {
    if (answer === 'busy') return route.fulfill({ status: 503, json: {} })
    if (answer === 'lost') {
      await route.fetch()
      answer = 'busy'
    }
    await route.abort()
  })
  await tick(page, 1).click()
  await field(page, 1, 'Weight (kg)').fill('85')
  await field(page, 1, 'Weight (kg)').blur()
  await openMore(page, BENCH)
  await card(page, BENCH).getByRole('button', { name: 'Move down', exact: true }).click()
  const order = () => page.locator('[id^=log-] h2').allTextContents()
  const moved = [SQUAT, BENCH, DEADLIFT]
  await expect.poll(order).toEqual(moved)
  answer = 'lost'
  await expect.poll(() => answer, SOON).toBe('busy')

  const asked = page.waitForResponse('**/api/sync')
  await page.reload()
  await asked
  await expect(saying(page, 'On this phone')).toHaveCount(1)
  await expect(field(page, 1, 'Weight (kg)')).toHaveValue('85')
  await expect(saying(page, 'Not saved')).toHaveCount(0)
  await expect(page.getByText('Changed on another device.')).toHaveCount(0)
  expect(await order()).toEqual(moved)

  await page.unroute('**/api/sync')
  await expect(saying(page, 'Saved')).toHaveCount(1, SOON)
  expect(await order()).toEqual(moved)
  const { exercises } = await onServer(page, id)
  expect(exercises.map(({ name }) => name)).toEqual(moved)
  expect(exercises[1]?.sets).toMatchObject([{ weight: 85, reps: 5, isCompleted: true }])
  await page.context().close()
})
