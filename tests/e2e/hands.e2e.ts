import { expect, type Page, test } from '@playwright/test'
import { becomeNewcomer, openAsNewcomer } from './newcomer'
import { expectAccessible, openPage } from './people'
import {
  BENCH,
  card,
  chooseKind,
  field,
  onServer,
  openMore,
  openOnPhone,
  openRow,
  SQUAT,
  saying,
  startHold,
  startSession,
  startSuperset,
  tick,
  trainedBefore,
  untick,
} from './phone'
import { addExercise } from './training'

const ROW = 'One-Arm Dumbbell Row'
const CURL = 'Barbell Curl'

const rest = (page: Page) => page.getByRole('timer')
const next = (page: Page) => page.locator('[aria-current=step]')

/** Counts how often the screen was asked to stay awake, and let go. */
async function stubWakeLock(page: Page) {
  await page.addInitScript(() => {
    const awake = { asked: 0, released: 0 }
    const release = async () => {
      awake.released += 1
    }
    const request = async () => {
      awake.asked += 1
      return { release }
    }
    Object.defineProperty(navigator, 'wakeLock', { value: { request } })
    Object.assign(window, { awake })
  })
  return () => page.evaluate((): Record<string, number> => Reflect.get(window, 'awake'))
}

test('a rest counts from its set, through a reload, and is changed, paused and left', async ({
  browser,
}) => {
  const page = await openAsNewcomer(browser)
  const awake = await stubWakeLock(page)
  await page.clock.install()
  const { path } = await startSession(page, [{ exercise: BENCH, sets: 3 }])
  await page.goto(path)
  await openRow(page, BENCH, 'Rest time')
  await card(page, BENCH).getByLabel('Rest time').fill('1:30')
  await card(page, BENCH).getByRole('button', { name: 'Save', exact: true }).click()
  await tick(page, 1).click()
  await expect(rest(page)).toHaveText(/^1:(30|2\d)$/)
  await page.getByRole('button', { name: '15 seconds more' }).click()
  await page.getByRole('button', { name: '15 seconds more' }).click()
  await page.getByRole('button', { name: '15 seconds less' }).click()
  await expect(rest(page)).toHaveText(/^1:(4[0-5]|3\d)$/)
  await expect.poll(awake).toMatchObject({ asked: 1, released: 0 })
  await expect(saying(page, 'Saved')).toHaveCount(1)
  await page.reload()
  await expect(rest(page)).toHaveText(/^1:(4[0-5]|3\d)$/)

  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible()
  const left = await rest(page).textContent()
  await page.clock.fastForward(40_000)
  await expect(rest(page)).toHaveText(left ?? '')
  await page.getByRole('button', { name: 'Resume' }).click()
  await page.clock.fastForward(40_000)
  await expect(rest(page)).not.toHaveText(/^1:/)
  await page.clock.fastForward(65_000)
  await expect(page.getByText('Rest done. Set 2')).toBeVisible()
  await expect.poll(async () => (await awake()).released).toBe((await awake()).asked)

  await tick(page, 2).click()
  await expect(rest(page)).toHaveText(/^1:(30|2\d)$/)
  await page.getByRole('button', { name: 'Skip' }).click()
  await expect(rest(page)).toHaveCount(0)
  await expect(saying(page, 'Saved')).toHaveCount(2)
  await page.reload()
  await expect(untick(page, 2)).toBeVisible()
  await expect(rest(page)).toHaveCount(0)
  await page.context().close()
})

test('a planned hold is logged when its time is over', async ({ browser }) => {
  const page = await openAsNewcomer(browser)
  await page.clock.install()
  await page.goto(await startHold(page, 30))
  await page.getByRole('button', { name: 'Plank, Set 1: start the clock' }).click()
  await page.clock.fastForward(25_000)
  await expect(page.getByText('0 of 2 sets')).toBeVisible()
  await page.clock.fastForward(20_000)
  await expect(untick(page, 1, 'Plank')).toBeVisible()
  await expect(field(page, 1, 'Time', 'Plank')).toHaveValue('0:30')
  await page.context().close()
})

test('partners of a superset take turns, and rest after the round; a clock logs a timed set by its stop', async ({
  browser,
}) => {
  const page = await openAsNewcomer(browser)
  await page.clock.install()
  await page.goto(await startSuperset(page, [BENCH, CURL]))
  await expect(next(page).getByLabel(`${BENCH}, Set 1: Reps`)).toBeVisible()
  await tick(page, 1).click()
  await expect(next(page).getByLabel(`${CURL}, Set 1: Reps`)).toBeVisible()
  await expect(rest(page)).toHaveCount(0)
  await tick(page, 1, CURL).click()
  await expect(next(page).getByLabel(`${BENCH}, Set 2: Reps`)).toBeVisible()
  await expect(rest(page)).toHaveText(/^1:(30|2\d)$/)

  await addExercise(page, 'Plank')
  await page.getByRole('button', { name: 'Plank, Set 1: start the clock' }).click()
  const stop = page.getByRole('button', { name: 'Plank, Set 1: stop the clock' })
  await expect(stop).toBeVisible()
  await expect(saying(page, 'Saving')).toHaveCount(0)
  await page.reload()
  await expect(stop).toBeVisible()
  await page.clock.fastForward(75_000)
  await stop.click()
  await expect(untick(page, 1, 'Plank')).toBeVisible()
  await expect(field(page, 1, 'Time', 'Plank')).toHaveValue(/^1:(1[5-9]|[2-5]\d)$/)
  await page.context().close()
})

test('last time is copied, a step is what can be loaded, and warm-ups come first', async ({
  browser,
}) => {
  const page = await openAsNewcomer(browser)
  await trainedBefore(page, [{ exercise: BENCH, sets: 2, weight: 82.5, reps: 6 }])
  const { id, path } = await startSession(page, [
    { exercise: BENCH, sets: 2 },
    { exercise: SQUAT, sets: 1, weight: null, reps: null },
    { exercise: ROW, sets: 2, weight: 30, reps: 10 },
  ])
  await page.goto(path)
  await page
    .getByRole('button', { name: `${BENCH}, Set 1: Copy 82.5 × 6 from last time`, exact: true })
    .click()
  await expect(field(page, 1, 'Weight (kg)')).toHaveValue('82.5')
  await expect(field(page, 1, 'Reps')).toHaveValue('6')
  await page.getByRole('button', { name: `${BENCH}: heavier, 85 kg` }).click()
  await expect(field(page, 1, 'Weight (kg)')).toHaveValue('85')
  await page.getByRole('button', { name: `${BENCH}: lighter, 82.5 kg` }).click()
  await expect(field(page, 1, 'Weight (kg)')).toHaveValue('82.5')

  await page.getByRole('button', { name: `${BENCH}: plates` }).click()
  const plates = page.getByRole('dialog', { name: 'Plates for 82.5 kg' })
  await expect(plates.getByText('25 + 5 + 1.25')).toBeVisible()
  await expectAccessible(page)
  await plates.getByRole('button', { name: 'Close' }).click()

  await openMore(page, BENCH)
  await card(page, BENCH).getByRole('button', { name: 'Add warm-up sets' }).click()
  await expect(tick(page, 'W')).toHaveCount(4)
  await expect(
    card(page, BENCH)
      .getByRole('listitem')
      .nth(4)
      .and(page.locator('li', { has: tick(page, 1) })),
  ).toBeVisible()
  await expect(field(page, 'W', 'Weight (kg)').first()).toHaveValue('20')

  await openRow(page, SQUAT, 'Unit and bar')
  await card(page, SQUAT).getByLabel('Unit', { exact: true }).selectOption('lb')
  await card(page, SQUAT).getByRole('button', { name: 'Save', exact: true }).click()
  await field(page, 1, 'Weight (lb)', SQUAT).fill('225')
  await field(page, 1, 'Reps', SQUAT).fill('5')
  const heavier = page.getByRole('button', { name: `${SQUAT}: heavier, 230 lb` })
  await field(page, 1, 'Reps', SQUAT).blur()
  await expect(heavier).toBeVisible()
  await tick(page, 1, SQUAT).click()
  await expect(heavier).toBeHidden()

  await chooseKind(page, 'Left', 1, { exercise: ROW })
  await tick(page, '1L', ROW).click()
  await expect(untick(page, '1L', ROW)).toBeVisible()
  await expect(saying(page, 'Saved')).toHaveCount(3)
  const { exercises } = await onServer(page, id)
  expect(exercises.map(({ sets }) => sets.length)).toEqual([6, 1, 2])
  expect(exercises[1]?.sets[0]).toMatchObject({ weight: 225, weightUnit: 'lb', reps: 5 })
  await page.reload()
  await expect(untick(page, '1L', ROW)).toBeVisible()
  await expect(field(page, 1, 'Weight (lb)', SQUAT)).toHaveValue('225')
  await page.context().close()
})

test('a finger that taps twice, or a key that is pressed twice, has done a set once', async ({
  browser,
}) => {
  const page = await openAsNewcomer(browser)
  const { id, path } = await startSession(page, [{ exercise: BENCH, sets: 2 }])
  await page.goto(path)
  // The second tap of a double tap may meet another row, which has moved under the finger.
  await tick(page, 2).dispatchEvent('click', { detail: 2 })
  await tick(page, 1).dblclick()
  await expect(untick(page, 1)).toBeVisible()
  await expect(tick(page, 2)).toBeVisible()
  await field(page, 2, 'Reps').focus()
  await Promise.all([page.keyboard.press('Enter'), page.keyboard.press('Enter')])
  await expect(saying(page, 'Saved')).toHaveCount(2)
  await expect(untick(page, 2)).toBeVisible()
  const sets = (await onServer(page, id)).exercises[0]?.sets ?? []
  expect(sets.map((set) => set.isCompleted)).toEqual([true, true])
  await page.context().close()
})

for (const hasScript of [true, false]) {
  const how = hasScript ? 'with JavaScript' : 'without JavaScript'

  test(`Enter in a field of a done set keeps it done ${how}`, async ({ browser }) => {
    const page = await openAsNewcomer(browser, hasScript)
    const { id, path } = await startSession(page, [{ exercise: BENCH, sets: 2 }])
    await page.goto(path)
    await tick(page, 1).click()
    await expect(untick(page, 1)).toBeVisible()
    await field(page, 1, 'Reps').fill('7')
    await field(page, 1, 'Reps').press('Enter')
    const first = async () => (await onServer(page, id)).exercises[0]?.sets[0]
    await expect.poll(first).toMatchObject({ reps: 7, isCompleted: true })
    await expect(untick(page, 1)).toBeVisible()
    // A press right after the tick counts as the same tap.
    await expect(async () => {
      await untick(page, 1).click({ timeout: 500 })
      await expect(tick(page, 1)).toBeVisible({ timeout: 500 })
    }).toPass()
    await expect.poll(first).toMatchObject({ reps: 7, isCompleted: false })
    await page.context().close()
  })
}

test('nothing moves under the thumb while the phone tries in vain to send', async ({ browser }) => {
  const page = await openPage(browser)
  const context = page.context()
  await becomeNewcomer(page)
  const { path } = await startSession(page, [{ exercise: BENCH, sets: 3 }])
  await openOnPhone(page, path)
  await context.setOffline(true)
  const places = card(page, BENCH).evaluate(async (element, forMs) => {
    const seen = new Set<number>()
    for (const start = performance.now(); performance.now() - start < forMs; ) {
      seen.add(Math.round(element.getBoundingClientRect().top + window.scrollY))
      await new Promise(requestAnimationFrame)
    }
    return [...seen]
  }, 9000)
  await tick(page, 1).click()
  await expect(page.getByText(/syncs later/)).toBeVisible()
  await tick(page, 2).click()
  expect(await places).toHaveLength(1)
  await context.close()
})
