import { expect, type Page, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { expectAccessible, openPage } from './people'
import { card, closeSheet, openMore, openRow, openSet } from './phone'
import { addExercise } from './training'

/** The exercises of the workout from top to bottom. */
const order = (page: Page) => page.locator('section[id^=log-] h2').allTextContents()

async function add(page: Page, exercise: string, hasScript: boolean) {
  await addExercise(page, exercise, { hasScript })
  await expect(card(page, exercise)).toBeVisible()
}

async function tick(page: Page, exercise: string, set: number) {
  await card(page, exercise)
    .getByRole('button', { name: new RegExp(`Set ${set} done$`) })
    .click()
  await expect(
    card(page, exercise).getByRole('button', { name: new RegExp(`Set ${set} done, take back`) }),
  ).toBeVisible()
}

for (const hasScript of [true, false]) {
  const how = hasScript ? 'with JavaScript' : 'without JavaScript'

  test(`a workout is shaped while it goes on ${how}`, async ({ browser }) => {
    const page = await openPage(browser, { javaScriptEnabled: hasScript })
    await becomeNewcomer(page)
    await page.goto('/workout')
    await page.getByRole('button', { name: 'Start empty workout' }).click()
    await add(page, 'Barbell Back Squat', hasScript)
    await add(page, 'Pull-Up', hasScript)

    await openMore(page, 'Pull-Up')
    await card(page, 'Pull-Up').getByRole('button', { name: 'Move up' }).click()
    await expect.poll(() => order(page)).toEqual(['Pull-Up', 'Barbell Back Squat'])
    await closeSheet(page)

    await card(page, 'Pull-Up').getByRole('button', { name: 'Add set' }).click()
    await expect(page.getByText('0 of 7 sets')).toBeVisible()
    await openSet(page, 4, { exercise: 'Pull-Up', hasScript })
    if (hasScript) await page.getByRole('dialog').locator('summary').click()
    const setNote = card(page, 'Pull-Up').getByLabel('Note on this set').filter({ visible: true })
    await setNote.fill('Slow')
    await setNote.locator('xpath=..').getByRole('button', { name: 'Save note' }).click()
    await expect(
      card(page, 'Pull-Up').getByRole('paragraph').filter({ hasText: 'Slow' }),
    ).toBeVisible()
    await openSet(page, 4, { exercise: 'Pull-Up', hasScript })
    await card(page, 'Pull-Up').getByRole('button', { name: 'Remove set 4' }).click()
    await expect(page.getByText('0 of 6 sets')).toBeVisible()

    await openRow(page, 'Pull-Up', 'Note')
    const note = card(page, 'Pull-Up').getByLabel('Note', { exact: true })
    await note.fill('Chin over the bar')
    await note.locator('xpath=..').getByRole('button', { name: 'Save note' }).click()
    await expect(
      card(page, 'Pull-Up').getByRole('paragraph').filter({ hasText: 'Chin over the bar' }),
    ).toBeVisible()
    const workout = page.url()
    await page.goto('/dashboard')
    await page.goto(workout)
    await openRow(page, 'Pull-Up', 'Note')
    await expect(note).toHaveValue('Chin over the bar')

    await card(page, 'Pull-Up').getByRole('button', { name: 'Remove exercise' }).click()
    const takenOut = page.getByRole('status').filter({ hasText: /Pull-Up removed/ })
    await expect(takenOut).toBeVisible()
    await expect(card(page, 'Pull-Up')).toHaveCount(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(takenOut).toHaveCount(0)
    await expect(card(page, 'Pull-Up')).toBeVisible()

    await openMore(page, 'Pull-Up')
    await card(page, 'Pull-Up').getByRole('link', { name: 'Replace exercise' }).click()
    await expect(page).toHaveURL(/swap=/)
    if (hasScript) await expectAccessible(page)
    await page.getByRole('searchbox').fill('Chin-Up')
    if (!hasScript) await page.getByRole('searchbox').press('Enter')
    await page.getByRole('button', { name: 'Use Chin-Up', exact: true }).click()
    await expect(card(page, 'Chin-Up')).toBeVisible()
    await expect(card(page, 'Pull-Up')).toHaveCount(0)

    await page.getByRole('link', { name: 'Finish' }).first().click()
    await expect(page.getByText('No sets logged yet')).toBeVisible()
    if (hasScript) await expectAccessible(page)
    await page.locator('summary', { hasText: 'Discard' }).click()
    await expect(page.getByText(/^Discard .*\? You can restore it for 24 hours\.$/)).toBeVisible()
    await page.getByRole('button', { name: 'Discard workout' }).click()
    await expect(page.getByText('Workout discarded')).toBeVisible()
    await page.context().close()
  })

  test(`times and distances are logged, corrected and deleted ${how}`, async ({ browser }) => {
    const page = await openPage(browser, { javaScriptEnabled: hasScript })
    await becomeNewcomer(page)
    await page.goto('/workout')
    await page.getByRole('button', { name: 'Start empty workout' }).click()
    await add(page, 'Plank', hasScript)
    await add(page, 'Running', hasScript)
    await page.getByLabel('Plank, Set 1: Time').fill('1:15')
    await tick(page, 'Plank', 1)
    await page.getByLabel('Running, Set 1: Distance (km)').fill('5,2')
    await page.getByLabel('Running, Set 1: Time').fill('26:00')
    await tick(page, 'Running', 1)
    await page.getByRole('link', { name: 'Finish' }).first().click()

    // What is wrong is told beside its field and nothing ends.
    await page.getByLabel('How hard was it').fill('eleven')
    await page.getByRole('button', { name: 'Finish workout' }).click()
    await expect(page.getByText(/Enter a number from 1 to 10|Enter a number/)).toBeVisible()
    await expect(page.getByLabel('How hard was it')).toHaveValue('eleven')
    await page.getByLabel('How hard was it').fill('7')
    await page.getByRole('button', { name: 'Finish workout' }).click()
    await expect(page.getByText('Nice work!')).toBeVisible()
    await expect(page.getByText('5.2 km · 26:00')).toBeVisible()
    if (hasScript) await expectAccessible(page)

    await page.getByRole('link', { name: 'Edit workout' }).click()
    await page.getByLabel('Plank, 1: Time').fill('soon')
    await page.getByRole('button', { name: 'Save workout' }).click()
    await expect(page.getByText('Enter a time such as 1:30')).toBeVisible()
    await expect(page.getByLabel('Plank, 1: Time')).toHaveValue('soon')
    if (hasScript) await expectAccessible(page)
    await page.getByLabel('Plank, 1: Time').fill('2:30')
    const planks = page.locator('section').filter({ hasText: 'Plank' })
    if (hasScript) await planks.getByRole('button', { name: 'Add set' }).click()
    await page.getByLabel('Plank, New set: Time').filter({ visible: true }).fill('0:50')
    await page.getByRole('button', { name: 'Save workout' }).click()
    await expect(page.getByText('Saved. Totals and records')).toBeVisible()
    await expect(page.getByText('2:30', { exact: true })).toBeVisible()
    await expect(page.getByText('0:50', { exact: true })).toBeVisible()

    // A second tab that still shows it, where deleting it again leads to the same place.
    const twin = await page.context().newPage()
    await twin.goto(page.url())
    for (const tab of [page, twin]) {
      await tab.locator('summary', { hasText: 'Delete workout' }).click()
      await tab.getByRole('button', { name: 'Delete workout' }).click()
      await expect(tab.getByText('Workout deleted')).toBeVisible()
    }
    await expect(page.getByText('Finished workouts appear here')).toBeVisible()
    if (hasScript) await expectAccessible(page)
    await page.context().close()
  })

  test(`an own exercise is made, changed and put away ${how}`, async ({ browser }) => {
    const page = await openPage(browser, { javaScriptEnabled: hasScript })
    await becomeNewcomer(page)
    await page.goto('/exercises')
    if (hasScript) await expectAccessible(page)
    await page.getByRole('link', { name: 'New exercise' }).click()
    await page.getByLabel('Name').fill('   ')
    await page.getByRole('button', { name: 'Create exercise' }).click()
    await expect(page.getByText('Fill this in.')).toBeVisible()
    await page.getByLabel('Name').fill('Zottman Drag')
    await page.getByRole('button', { name: 'Create exercise' }).click()
    await expect(page.getByRole('heading', { name: 'Zottman Drag' })).toBeVisible()
    if (hasScript) await expectAccessible(page)
    await page.getByRole('link', { name: 'Edit' }).click()
    await page.getByLabel('Name').fill('Zottman Drag Curl')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Zottman Drag Curl' })).toBeVisible()
    await page.getByRole('button', { name: 'Archive' }).click()
    await expect(page.getByRole('button', { name: 'Archive', exact: true })).toHaveCount(0)
    await page.goto('/exercises?q=zottman+drag')
    await expect(page.getByRole('link', { name: /Zottman Drag Curl/ })).toHaveCount(0)
    await page.goto('/exercises?archived=1')
    await expect(page.getByRole('link', { name: /Zottman Drag Curl/ })).toBeVisible()
    await page.context().close()
  })
}

test('the first page, the week and what is more are accessible with half a year in them', async ({
  browser,
}) => {
  const page = await openPage(browser)
  await page.goto('/auth/login')
  await page.getByLabel('Email').fill('athlete@example.com')
  await page.getByLabel('Password').fill('Password123!')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/dashboard/)
  for (const path of ['/dashboard', '/workout', '/history', '/schedule', '/more', '/routines']) {
    await page.goto(path)
    await expectAccessible(page)
  }
  await page.context().close()
})
