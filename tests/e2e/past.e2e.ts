import { expect, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { expectAccessible, openPage } from './people'
import { BENCH, exerciseIds, onServer, SQUAT, startSession } from './phone'
import { letHoursPass } from './server-database'

const dayBefore = (days: number) => {
  const date = new Date(Date.now() - days * 86_400_000)
  return date.toISOString().slice(0, 10)
}

for (const [how, hasScript] of [
  ['with JavaScript', true],
  ['without JavaScript', false],
] as const)
  test(`logs the workout of a past day at its own time ${how}`, async ({ browser }) => {
    const page = await openPage(browser, { javaScriptEnabled: hasScript })
    await becomeNewcomer(page)
    const line = { sets: 3, repsMin: 5, repsMax: 5, weight: 100, weightUnit: 'kg' }
    const exerciseId = (await exerciseIds(page)).get(BENCH)
    const blocks = [{ exercises: [{ exerciseId, ...line }] }]
    const made = await page.request.post('/api/routines', { data: { name: 'Push day', blocks } })
    expect(made.ok(), await made.text()).toBe(true)

    await page.goto('/workout')
    await page.getByRole('link', { name: 'Log a past workout' }).click()
    await page.getByLabel('Routine').selectOption('Push day')
    await page.getByLabel('Date').fill(dayBefore(2))
    await page.getByLabel('Start').fill('18:30')
    await page.getByLabel('Duration').fill('1:15')
    if (hasScript) await expectAccessible(page)
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByRole('heading', { name: 'Log Push day' })).toBeVisible()
    const of = (set: number, what: string) => page.getByLabel(`${BENCH}, ${set}: ${what}`)
    await of(1, 'Weight').fill('102.5')
    await of(3, 'Done').uncheck()
    if (hasScript) await expectAccessible(page)
    await page.getByRole('button', { name: 'Save workout' }).click()
    await expect(page.getByText('102.5 kg × 5')).toBeVisible()
    await expect(page.getByText('1 h 15 min')).toBeVisible()
    const id = page.url().replace(/.*history\/([^?]*).*/, '$1')
    const { exercises } = await onServer(page, id)
    expect(exercises[0]?.sets.map((set) => set.isCompleted)).toEqual([true, true, false])
    await page.goto('/history')
    await expect(page.getByText(`2 × ${BENCH}`)).toBeVisible()
    await page.context().close()
  })

test('mends the duration and one weight of a finished workout on a phone', async ({ browser }) => {
  const page = await openPage(browser)
  await becomeNewcomer(page)
  const { id } = await startSession(page, [{ exercise: BENCH, sets: 2, isDone: true }])
  const finished = await page.request.post(`/api/sessions/${id}/complete`, { data: {} })
  expect(finished.ok()).toBe(true)
  await page.goto(`/history/${id}`)
  await page.getByRole('link', { name: 'Edit workout' }).click()
  await page.getByLabel('Date').fill(dayBefore(3))
  await page.getByLabel('Duration').fill('68')
  // The first key replaces the number, as in a live workout.
  const weight = page.getByLabel(`${BENCH}, 2: Weight (kg)`)
  await weight.click()
  await page.keyboard.type('82,5')
  await expect(weight).toHaveValue('82,5')
  await page.getByLabel(`${BENCH}, 2: type, side and note`).click()
  await page
    .getByLabel('Type', { exact: true })
    .filter({ visible: true })
    .selectOption('To failure')
  await page.getByLabel('Note on this set').filter({ visible: true }).fill('Last one slow')
  await page.getByRole('button', { name: 'Add set' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save workout' }).click()
  await expect(page.getByText('Saved. Totals and records')).toBeVisible()
  await expect(page.getByText('1 h 8 min')).toBeVisible()
  // The added set repeats the last one.
  await expect(page.getByText('82.5 kg × 5')).toHaveCount(2)
  await expect(page.getByText('Last one slow')).toBeVisible()
  await expectAccessible(page)
  await page.context().close()
})

test('exercises come into an empty past workout over what was typed, are in sight, and their sets repeat', async ({
  browser,
}) => {
  const page = await openPage(browser)
  await page.setViewportSize({ width: 375, height: 667 })
  await becomeNewcomer(page)
  await page.goto('/workout')
  await page.getByRole('link', { name: 'Log a past workout' }).click()
  await page.getByLabel('Date').fill(dayBefore(1))
  await page.getByLabel('Start').fill('18:00')
  await page.getByLabel('Duration').fill('50')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: 'Log Evening workout' })).toBeVisible()
  await expect(page.getByText('Add what you did.')).toBeVisible()
  await page.getByLabel('Notes', { exact: true }).fill('Slept badly')
  const searchbox = page.getByRole('searchbox')
  await page.getByRole('button', { name: 'Add exercise' }).click()
  await expect(searchbox).toBeVisible()
  // The list is in sight, which the keyboard of a phone would lie over.
  await expect(searchbox).not.toBeFocused()
  await page.goBack()
  await expect(searchbox).toHaveCount(0)
  await page.getByRole('button', { name: 'Add exercise' }).click()
  await searchbox.fill('benhc')
  await page.getByRole('checkbox', { name: BENCH, exact: true }).check()
  await searchbox.fill('plank')
  await page.getByRole('checkbox', { name: 'Plank', exact: true }).check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add 2 exercises' }).click()
  await expect(page.getByRole('heading', { name: 'Plank', exact: true })).toBeAttached()
  const weight = page.getByLabel(`${BENCH}, New set: Weight (kg)`).filter({ visible: true })
  await expect(weight).toBeFocused()
  await expect(weight).toBeInViewport()
  await expect(page).toHaveURL(/edit$/)
  await weight.fill('60')
  await page.getByLabel(`${BENCH}, New set: Reps`).filter({ visible: true }).fill('8')
  for (const count of [2, 3]) {
    await page.getByRole('button', { name: 'Add set' }).first().click()
    await expect(weight).toHaveCount(count)
  }
  await page.getByRole('button', { name: 'Save workout' }).click()
  await expect(page.getByText('60 kg × 8')).toHaveCount(3)
  await expect(page.getByRole('heading', { name: 'Evening workout' })).toBeInViewport()
  await expect(page.getByText('Slept badly')).toBeVisible()
  await page.context().close()
})

test('asks before a workout ends ahead of its last set', async ({ browser }) => {
  const page = await openPage(browser)
  await becomeNewcomer(page)
  const { id } = await startSession(page, [{ exercise: BENCH, sets: 1, isDone: true }])
  const finished = await page.request.post(`/api/sessions/${id}/complete`, { data: {} })
  expect(finished.ok()).toBe(true)
  await page.goto(`/history/${id}/edit`)
  await page.getByLabel('Date').fill(dayBefore(3))
  await page.getByLabel('Duration').fill('68')
  const added = (what: string) =>
    page.getByLabel(`${BENCH}, New set: ${what}`).filter({ visible: true })
  await expect(async () => {
    await page.getByRole('button', { name: 'Add set' }).click()
    await expect(added('Reps')).toHaveCount(1, { timeout: 500 })
  }).toPass()
  await added('Weight (kg)').fill('80')
  await added('Reps').fill('5')
  const save = page.getByRole('button', { name: 'Save workout' })
  await save.click()
  await expect(page.getByText('1 h 8 min')).toBeVisible()
  const shown = { 80: '1 h 20 min', 10: 'Your last set was 1:08 (h:mm) after the start.' }
  for (const length of ['80', '10'] as const) {
    await page.goto(`/history/${id}/edit`)
    await page.getByLabel('Duration').fill(length)
    await save.click()
    await expect(page.getByText(shown[length])).toBeVisible()
  }
  await page.getByRole('button', { name: 'Yes, shorten it' }).click()
  await expect(page.getByText('10 min')).toBeVisible()
  await page.context().close()
})

for (const [how, hasScript] of [
  ['with JavaScript', true],
  ['without JavaScript', false],
] as const) {
  test(`asks about a figure far above the usual in a correction ${how}`, async ({ browser }) => {
    const page = await openPage(browser, { javaScriptEnabled: hasScript })
    await becomeNewcomer(page)
    const { id } = await startSession(page, [{ exercise: BENCH, sets: 2, isDone: true }])
    await page.request.post(`/api/sessions/${id}/complete`, { data: {} })
    await page.goto(`/history/${id}`)
    await page.getByRole('link', { name: 'Edit workout' }).click()
    const weight = (set: number) => page.getByLabel(`${BENCH}, ${set}: Weight (kg)`)
    await weight(1).fill('4000')
    await page.getByRole('button', { name: 'Save workout' }).click()
    await expect(page.getByText('Must be at most 1,500 kg.')).toBeVisible()
    await weight(1).fill('825')
    await weight(2).fill('1175')
    await page.getByRole('button', { name: 'Save workout' }).click()
    await expect(page.getByText("That's far above your usual. Is it right?")).toHaveCount(2)
    if (hasScript) await expectAccessible(page)
    await page.getByRole('button', { name: 'Yes, save it' }).first().click()
    await expect(page.getByText("That's far above your usual. Is it right?")).toHaveCount(1)
    await weight(2).fill('82.5')
    await page.getByRole('button', { name: 'Save workout' }).click()
    await expect(page.getByText('825 kg × 5')).toBeVisible()
    await expect(page.getByText('82.5 kg × 5', { exact: true })).toBeVisible()
    await expect(page.getByText('Not counted for records')).toHaveCount(1)
    await page.context().close()
  })

  test(`saves the form and replaces an exercise by another that counts the same ${how}`, async ({
    browser,
  }) => {
    const page = await openPage(browser, { javaScriptEnabled: hasScript })
    await becomeNewcomer(page)
    const { id } = await startSession(page, [{ exercise: BENCH, sets: 2, isDone: true }])
    await page.request.post(`/api/sessions/${id}/complete`, { data: {} })
    await page.goto(`/history/${id}/edit`)
    await page.getByLabel(`${BENCH}, 2: Weight (kg)`).fill('77.5')
    await page.getByLabel(`${BENCH}: position, note, replace and remove`).click()
    await page.getByRole('button', { name: `${BENCH}: Replace exercise` }).click()
    await expect(page.getByRole('heading', { name: `Replace ${BENCH}` })).toBeVisible()
    const picker = page.url()
    await page.goto(`${picker}&q=running`)
    await expect(page.getByRole('button', { name: 'Use Running', exact: true })).toHaveCount(0)
    await page.goto(`${picker}&q=back+squat`)
    if (hasScript) await expectAccessible(page)
    await page.getByRole('button', { name: `Use ${SQUAT}`, exact: true }).click()
    await expect(page.getByLabel(`${SQUAT}, 2: Weight (kg)`)).toHaveValue('77.5')
    await expect(page.getByRole('heading', { name: BENCH })).toHaveCount(0)
    // The picker of an exercise that is replaced already leads back to the form.
    await page.goto(picker)
    await expect(page).toHaveURL(`/history/${id}/edit`)
    await page.context().close()
  })

  test(`ends a workout at its last set and stays in the editor ${how}`, async ({ browser }) => {
    const page = await openPage(browser, { javaScriptEnabled: hasScript })
    const email = await becomeNewcomer(page)
    const { id } = await startSession(page, [{ exercise: BENCH, sets: 2, isDone: true }])
    await letHoursPass(email, 2)
    await page.request.post(`/api/sessions/${id}/complete`, { data: {} })
    await page.goto(`/history/${id}/edit`)
    const length = page.getByLabel('Duration')
    await expect(length).toHaveValue(/^2:/)
    await page.getByLabel(`${BENCH}, 2: Weight (kg)`).fill('77.5')
    await page.getByRole('button', { name: /^End at the last set/ }).click()
    await expect(length).toHaveValue(/^0:0\d$/)
    await expect(page).toHaveURL(new RegExp(`/history/${id}/edit`))
    await expect(page.getByLabel(`${BENCH}, 2: Weight (kg)`)).toHaveValue('77.5')
    await page.getByRole('button', { name: 'Save workout' }).click()
    await expect(page.getByText('77.5 kg × 5')).toBeVisible()
    await page.context().close()
  })
}
