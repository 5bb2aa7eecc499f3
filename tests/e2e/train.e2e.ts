import { type Browser, expect, type Page, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { expectAccessible, openPage } from './people'
import { BENCH, openRow, openSet, saying } from './phone'
import { addExercise } from './training'

const cell = (page: Page, set: number, field: string, exercise = BENCH) =>
  page.getByLabel(`${exercise}, Set ${set}: ${field}`)
const weight = (page: Page, set: number) => cell(page, set, 'Weight (kg)')
const tick = (page: Page, set: number, exercise = BENCH) =>
  page.getByRole('button', { name: new RegExp(`^${exercise}, .*Set ${set} done$`) })
const untick = (page: Page, set: number, exercise = BENCH) =>
  page.getByRole('button', { name: new RegExp(`^${exercise}, .*Set ${set} done, take back$`) })

/** Somebody new with an empty workout and an exercise in it. */
async function startWith(
  browser: Browser,
  { hasScript = true, exercise = BENCH }: { hasScript?: boolean; exercise?: string } = {},
): Promise<Page> {
  const page = await openPage(browser, { javaScriptEnabled: hasScript })
  await becomeNewcomer(page)
  await page.goto('/workout')
  await page.getByRole('button', { name: 'Start empty workout' }).click()
  await addExercise(page, exercise, { hasScript })
  await expect(page.getByRole('heading', { name: exercise })).toBeVisible()
  return page
}

async function expectAccessibleInBoth(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
}

for (const hasScript of [true, false]) {
  const how = hasScript ? 'with JavaScript' : 'without JavaScript'

  test(`a changed weight stands in the sets below, also after a reload, ${how}`, async ({
    browser,
  }) => {
    const page = await startWith(browser, { hasScript })
    await weight(page, 1).fill('82,5')
    await cell(page, 1, 'Reps').fill('5')
    await tick(page, 1).click()
    await expect(page.getByText('1 of 3 sets')).toBeVisible()
    await page.goto(page.url())
    for (const set of [1, 2, 3]) await expect(weight(page, set)).toHaveValue('82.5')
    await cell(page, 2, 'Reps').fill('4')
    await tick(page, 2).click()
    await expect(untick(page, 2)).toBeVisible()
    await expect(page.getByText('2 of 3 sets')).toBeVisible()
    await page.context().close()
  })

  test(`a set is not done before it says what was done ${how}`, async ({ browser }) => {
    const page = await startWith(browser, { hasScript })
    await weight(page, 1).fill('80')
    await tick(page, 1).click()
    await expect(page.getByText('Enter reps to log this set.')).toBeVisible()
    await expect(weight(page, 1)).toHaveValue('80')
    await expect(cell(page, 1, 'Reps')).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByText('0 of 3 sets')).toBeVisible()
    await page.context().close()
  })

  test(`a set that was taken out comes back with its figures ${how}`, async ({ browser }) => {
    const page = await startWith(browser, { hasScript })
    await weight(page, 1).fill('60')
    await cell(page, 1, 'Reps').fill('8')
    await tick(page, 1).click()
    await expect(page.getByText('1 of 3 sets')).toBeVisible()
    await openSet(page, 1, { hasScript })
    await page.getByRole('button', { name: 'Remove set 1' }).click()
    await expect(page.getByText('0 of 2 sets')).toBeVisible()
    // By its role, since what stands in <noscript> is not found by its text.
    await expect(page.getByRole('status').filter({ hasText: 'Set 1 removed' })).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText('1 of 3 sets')).toBeVisible()
    await expect(weight(page, 1)).toHaveValue('60')
    await expect(untick(page, 1)).toBeVisible()
    await page.context().close()
  })

  test(`a note that is too long is told beside it and kept as typed ${how}`, async ({
    browser,
  }) => {
    const page = await startWith(browser, { hasScript })
    const note = page.getByRole('region', { name: BENCH }).getByLabel('Note', { exact: true })
    await openRow(page, BENCH, 'Note')
    await note.fill('x'.repeat(2001))
    const save = note.locator('xpath=..').getByRole('button', { name: 'Save note' })
    await save.click()
    // By its role, since what stands in <noscript> is not found by its text.
    const says = (role: 'alert' | 'status', hasText: string | RegExp) =>
      page.getByRole(role).filter({ hasText })
    await expect(says('alert', /Use at most 2,?000 characters/)).toBeVisible()
    await expect(note).toHaveValue('x'.repeat(2001))
    await note.fill('Elbows in')
    await save.click()
    await expect(page.getByRole('paragraph').filter({ hasText: 'Elbows in' })).toBeVisible()
    await page.context().close()
  })

  test(`a correction that is refused keeps everything that was typed ${how}`, async ({
    browser,
  }) => {
    test.slow()
    const page = await startWith(browser, { hasScript })
    for (const set of [1, 2]) {
      await weight(page, set).fill('100')
      await cell(page, set, 'Reps').fill('5')
      await tick(page, set).click()
      await expect(untick(page, set)).toBeVisible()
    }
    if (hasScript) await expectAccessibleInBoth(page)
    await page.getByRole('link', { name: 'Finish' }).first().click()
    await expect(page.getByRole('heading', { name: /^Finish / })).toBeVisible()
    if (hasScript) await expectAccessibleInBoth(page)
    await page.getByRole('button', { name: 'Finish workout' }).click()
    await page.getByRole('link', { name: 'Edit workout' }).click()
    const of = (row: string, what: string) => page.getByLabel(`${BENCH}, ${row}: ${what}`)
    await of('1', 'Reps').fill('')
    await of('2', 'Remove').check()
    await expect(page.getByText('Removed when you save').filter({ visible: true })).toHaveCount(1)
    // With a script the row comes by a button; the one that waits without a script stays hidden.
    if (hasScript) await page.getByRole('button', { name: 'Add set' }).click()
    const added = (what: string) => of('New set', what).filter({ visible: true })
    await added('Weight (kg)').fill('102,5')
    await page.getByRole('button', { name: 'Save workout' }).click()
    await expect(page.getByText('Fill this in.')).toHaveCount(2)
    await expect(of('1', 'Reps')).toHaveAttribute('aria-invalid', 'true')
    await expect(of('2', 'Remove')).toBeChecked()
    await expect(added('Weight (kg)')).toHaveValue('102,5')
    if (hasScript) await expectAccessibleInBoth(page)
    await of('1', 'Reps').fill('6')
    await added('Reps').fill('3')
    await page.getByRole('button', { name: 'Save workout' }).click()
    await expect(page.getByText('Saved. Totals and records')).toBeVisible()
    await expect(page.getByText('102.5 kg × 3')).toBeVisible()
    await expect(page.getByText('100 kg × 6')).toBeVisible()
    await expect(page.getByText('100 kg × 5')).toHaveCount(0)
    await page.context().close()
  })
}

test('going back in the browser shows what was saved in the meantime', async ({ browser }) => {
  const page = await startWith(browser)
  await weight(page, 1).fill('80')
  await cell(page, 1, 'Reps').fill('5')
  await tick(page, 1).click()
  await expect(saying(page, 'Saved')).not.toHaveCount(0)
  await openRow(page, BENCH, 'History and records')
  await page.getByRole('link', { name: 'All history' }).click()
  await expect(page).toHaveURL(/exercises/)
  await page.goBack()
  await expect(untick(page, 1)).toBeVisible()
  await expect(weight(page, 1)).toHaveValue('80')
  await expect(page.getByText('1 of 3 sets')).toBeVisible()
  // And what is saved from there is made on the newest revision.
  await weight(page, 1).fill('85')
  await cell(page, 1, 'Reps').focus()
  await expect(saying(page, 'Saved')).not.toHaveCount(0)
  await page.reload()
  await expect(weight(page, 1)).toHaveValue('85')
  // A finished workout is not open again.
  await page.getByRole('link', { name: 'Finish' }).first().click()
  await page.getByRole('button', { name: 'Finish workout' }).click()
  await expect(page.getByText('Nice work!')).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(/\/history\/[0-9a-f-]{36}$/)
  await page.context().close()
})

test('what is no weight carries nowhere, and mended it is saved', async ({ browser }) => {
  const page = await startWith(browser)
  await weight(page, 1).fill('eighty')
  await cell(page, 1, 'Reps').focus()
  await expect(page.getByText(/Enter a number/)).toBeVisible()
  await expect(weight(page, 2)).toHaveValue('')
  // The same as before the mistake is no change, but the complaint has to go.
  await weight(page, 1).fill('')
  await cell(page, 1, 'Reps').focus()
  await expect(page.getByText(/Enter a number/)).toHaveCount(0)
  await weight(page, 1).fill('80')
  await cell(page, 1, 'Reps').fill('5')
  await cell(page, 1, 'Reps').press('Enter')
  await expect(untick(page, 1)).toBeVisible()
  await expect(weight(page, 3)).toHaveValue('80')
  await page.context().close()
})

test('adding a set keeps what stands refused in another row', async ({ browser }) => {
  const page = await startWith(browser)
  await weight(page, 1).fill('eighty')
  await page.getByRole('button', { name: 'Add set' }).click()
  await expect(page.getByText('0 of 4 sets')).toBeVisible()
  await expect(weight(page, 1)).toHaveValue('eighty')
  await expect(page.getByText(/Enter a number/)).toBeVisible()
  await page.context().close()
})

test('a long run fits into its row on a phone', async ({ browser }) => {
  const page = await startWith(browser, { exercise: 'Running' })
  await cell(page, 1, 'Distance (km)', 'Running').fill('21,1')
  const time = cell(page, 1, 'Time', 'Running')
  await time.fill('1:52:03')
  // The clock comes once it is loaded, on a line below the tick, which stays where it was.
  const clock = page.getByRole('button', { name: 'Running, Set 1: start the clock' })
  await expect(clock).toBeVisible()
  const [of, below] = [await tick(page, 1, 'Running').boundingBox(), await clock.boundingBox()]
  expect(below?.y).toBeGreaterThan((of?.y ?? Number.NaN) + 30)
  await tick(page, 1, 'Running').click()
  await expect(untick(page, 1, 'Running')).toBeVisible()
  await expect(time).toHaveValue('1:52:03')
  const hidden = await time.evaluate((input) => input.scrollWidth - input.clientWidth)
  expect(hidden).toBeLessThanOrEqual(0)
  await expectAccessible(page)
  await page.context().close()
})
