import { type Browser, expect, type Page, test } from '@playwright/test'
import { newId } from '@/lib/core/id'
import { becomeNewcomer } from './newcomer'
import { expectAccessible, openPage, signIn } from './people'
import {
  BENCH,
  card,
  doneOnServer,
  field,
  finishLink,
  onServer,
  openRow,
  restart,
  SOON,
  saying,
  startSession,
  tick,
  untick,
} from './phone'

/** What one phone does shows on the other within two seconds, and half a one for the test itself. */
const AT_ONCE = { timeout: 2500 }
/** Opens a workout and waits until it hears of changes elsewhere. */
async function follow(page: Page, path: string): Promise<void> {
  const stream = page.waitForResponse((response) => response.url().endsWith('/stream'))
  await page.goto(path)
  expect((await stream).status()).toBe(200)
  await expect(finishLink(page)).toBeVisible()
}

/** One person with a workout of three sets on two phones. */
async function twoPhones(browser: Browser) {
  const mine = await openPage(browser, { serviceWorkers: 'block' })
  const email = await becomeNewcomer(mine)
  const workout = await startSession(mine, [{ exercise: BENCH, sets: 3 }])
  const theirs = await openPage(browser, { serviceWorkers: 'block' })
  await signIn(theirs, email)
  for (const page of [mine, theirs]) await follow(page, workout.path)
  const close = () => Promise.all([mine, theirs].map((page) => page.context().close()))
  return { mine, theirs, ...workout, close }
}

/** Changes the weight of the first set on one phone without a network, and on the other with one. */
async function disagree({ mine, theirs }: { mine: Page; theirs: Page }): Promise<void> {
  await mine.context().setOffline(true)
  await field(mine, 1, 'Weight (kg)').fill('85')
  await tick(mine, 1).click()
  await expect(saying(mine, 'On this phone')).toHaveCount(1)
  await field(theirs, 1, 'Weight (kg)').fill('90')
  await tick(theirs, 1).click()
  await expect(saying(theirs, 'Saved')).toHaveCount(1)
  await mine.context().setOffline(false)
  await expect(mine.getByText('Changed on another device.')).toBeVisible(SOON)
  await expect(mine.getByText('There: 90 × 5 · Here: 85 × 5')).toBeVisible()
  await expect(saying(mine, 'Not saved')).toHaveCount(1)
}

/** Says something of a workout as another device would. */
async function elsewhere(page: Page, sessionId: string, change: object): Promise<void> {
  const operation = { id: newId(), sessionId, at: new Date().toISOString(), ...change }
  const answer = await page.request.post('/api/sync', { data: { operations: [operation] } })
  const [result] = (await answer.json()).data.results
  expect(result.status).toBe('applied')
}

const firstWeight = async (page: Page, id: string) =>
  (await onServer(page, id)).exercises[0]?.sets[0]?.weight

test('what is done on one phone shows on the other, in both directions', async ({ browser }) => {
  const { mine, theirs, id, setIds, close } = await twoPhones(browser)
  await tick(mine, 1).click()
  await expect(untick(theirs, 1)).toBeVisible(AT_ONCE)
  await tick(theirs, 2).click()
  await expect(untick(mine, 2)).toBeVisible(AT_ONCE)
  await openRow(mine, BENCH, 'Note')
  await card(mine, BENCH).getByLabel('Note', { exact: true }).fill('Elbows in')
  await card(mine, BENCH).getByRole('button', { name: 'Save note' }).click()
  const note = theirs.getByRole('paragraph').filter({ hasText: 'Elbows in' })
  await expect(note).toBeVisible(AT_ONCE)
  await expect(saying(mine, 'Saved')).toHaveCount(2)
  await expect(saying(theirs, 'Saved')).toHaveCount(2)
  expect(await doneOnServer(mine, id)).toEqual(setIds.slice(0, 2))
  await close()
})

test('of a set that was changed on both, theirs can be taken', async ({ browser }) => {
  const phones = await twoPhones(browser)
  const { mine, id, close } = phones
  await disagree(phones)
  expect(await firstWeight(mine, id)).toBe(90)
  await mine.getByRole('button', { name: 'Take theirs' }).click()
  await expect(mine.getByText('Changed on another device.')).toHaveCount(0)
  await expect(field(mine, 1, 'Weight (kg)')).toHaveValue('90')
  await expect(saying(mine, 'Saved')).toHaveCount(1)
  expect(await firstWeight(mine, id)).toBe(90)
  await close()
})

test('of a set that was changed on both, mine can be kept, also after a reload', async ({
  browser,
}) => {
  const phones = await twoPhones(browser)
  const { mine, theirs, id, close } = phones
  await disagree(phones)
  await mine.reload()
  await expect(mine.getByText('There: 90 × 5 · Here: 85 × 5')).toBeVisible()
  await mine.getByRole('button', { name: 'Keep mine' }).click()
  await expect(mine.getByText('Changed on another device.')).toHaveCount(0)
  await expect(field(mine, 1, 'Weight (kg)')).toHaveValue('85')
  await expect(saying(mine, 'Saved')).toHaveCount(1)
  expect(await firstWeight(mine, id)).toBe(85)
  await expect(field(theirs, 1, 'Weight (kg)')).toHaveValue('85')
  await close()
})

for (const what of ['set', 'exercise'] as const) {
  test(`what was done to a set is not lost when its ${what} was taken out elsewhere`, async ({
    browser,
  }) => {
    const { mine, theirs, id, setIds, close } = await twoPhones(browser)
    const [setId] = setIds
    const [log] = (await (await mine.request.get(`/api/sessions/${id}`)).json()).data.exercises
    await mine.context().setOffline(true)
    await field(mine, 1, 'Weight (kg)').fill('85')
    await tick(mine, 1).click()
    await expect(saying(mine, 'On this phone')).toHaveCount(1)
    const gone = {
      set: { type: 'removeSet', setId },
      exercise: { type: 'removeExercise', exerciseLogId: log.id },
    }
    await elsewhere(theirs, id, gone[what])
    await mine.context().setOffline(false)
    const told = mine.getByText('There: removed · Here: 85 × 5')
    await expect(told).toBeVisible(SOON)
    await expect(mine.getByText(`Not saved: ${BENCH}`)).toBeVisible()
    await expectAccessible(mine)
    await mine.getByRole('button', { name: 'Keep mine' }).click()
    await expect(told).toHaveCount(0)
    await expect(untick(mine, 1)).toBeVisible()
    await expect(saying(mine, 'Not saved')).toHaveCount(0)
    await expect.poll(() => doneOnServer(mine, id)).toEqual([setId])
    expect(await firstWeight(mine, id)).toBe(85)
    await close()
  })
}

test('while the network swallows the answer, both values stay to choose from', async ({
  browser,
}) => {
  const phones = await twoPhones(browser)
  const { mine, id, path, close } = phones
  await disagree(phones)
  const asked = mine.waitForRequest('**/training')
  await mine.route('**/training', () => {})
  await mine.getByRole('button', { name: 'Keep mine' }).click()
  await asked
  const again = await restart(mine.context(), mine, path)
  await expect(again.getByText('There: 90 × 5 · Here: 85 × 5')).toBeVisible()
  // An answer that ends in its middle is none: it goes on with what is known.
  await again.route('**/training', (route) => route.fulfill({ body: '{"data":' }))
  await again.getByRole('button', { name: 'Keep mine' }).click()
  await expect(again.getByText('Changed on another device.')).toHaveCount(0)
  await expect(saying(again, 'Saved')).toHaveCount(1)
  expect(await firstWeight(again, id)).toBe(85)
  await close()
})

for (const choice of ['Take theirs', 'Keep mine'] as const)
  test(`what is typed over a change from elsewhere is a conflict: ${choice}`, async ({
    browser,
  }) => {
    const { mine, theirs, id, close } = await twoPhones(browser)
    await field(mine, 1, 'Weight (kg)').fill('85')
    await field(theirs, 1, 'Weight (kg)').fill('90')
    await tick(theirs, 1).click()
    await expect(untick(mine, 1)).toBeVisible(AT_ONCE)
    await field(mine, 1, 'Weight (kg)').blur()
    await expect(mine.getByText('There: 90 × 5 · Here: 85 × 5')).toBeVisible()
    await expect(saying(mine, 'Not saved')).toHaveCount(1)
    expect(await firstWeight(mine, id)).toBe(90)
    await mine.getByRole('button', { name: choice }).click()
    await expect(mine.getByText('Changed on another device.')).toHaveCount(0)
    await expect(saying(mine, 'Saved')).toHaveCount(1)
    const kept = choice === 'Keep mine' ? 85 : 90
    await expect(field(mine, 1, 'Weight (kg)')).toHaveValue(String(kept))
    await expect(field(theirs, 1, 'Weight (kg)')).toHaveValue(String(kept))
    expect(await firstWeight(mine, id)).toBe(kept)
    await close()
  })

test('a workout that is finished or discarded on one phone ends on the other', async ({
  browser,
}) => {
  const { mine, theirs, id, close } = await twoPhones(browser)
  await tick(mine, 1).click()
  await expect(untick(theirs, 1)).toBeVisible(AT_ONCE)
  await finishLink(mine).click()
  await mine.getByRole('button', { name: 'Finish workout' }).click()
  await expect(mine).toHaveURL(new RegExp(`/history/${id}\\?finished=1`))
  await expect(theirs).toHaveURL(new RegExp(`/history/${id}`))
  const other = await startSession(mine, [{ exercise: BENCH, sets: 1 }])
  await follow(theirs, other.path)
  expect((await mine.request.delete(`/api/sessions/${other.id}`)).ok()).toBe(true)
  await expect(theirs.getByText('This workout was discarded on another device.')).toBeVisible()
  await close()
})
