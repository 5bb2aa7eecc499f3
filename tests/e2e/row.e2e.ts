import { expect, test } from '@playwright/test'
import { openAsNewcomer } from './newcomer'
import { BENCH, field, onServer, saying, startSession, tick, trainedBefore, untick } from './phone'

const blank = { exercise: BENCH, weight: null, reps: null }
const weight = 'Weight (kg)'

for (const hasScript of [true, false]) {
  const how = hasScript ? 'with JavaScript' : 'without JavaScript'

  test(`logs a changed weight with the suggested reps ${how}`, async ({ browser }) => {
    const page = await openAsNewcomer(browser, hasScript)
    await trainedBefore(page, [{ exercise: BENCH, sets: 3, weight: 145, reps: 5 }])
    const { id, path } = await startSession(page, [{ ...blank, sets: 3 }])
    await page.goto(path)
    await field(page, 1, weight).fill('147,5')
    await expect(field(page, 1, 'Reps')).toHaveValue('5')
    await tick(page, 1).click()
    await expect(untick(page, 1)).toBeVisible()
    await expect(field(page, 2, weight)).toHaveValue('147.5')
    await expect(field(page, 2, 'Reps')).toHaveValue('5')
    if (hasScript) await expect(saying(page, 'Saved')).toHaveCount(1)
    const [first] = (await onServer(page, id)).exercises[0]?.sets ?? []
    expect(first).toMatchObject({ weight: 147.5, reps: 5, isCompleted: true })
    await page.context().close()
  })

  test(`asks for the weight of a weight exercise ${how}`, async ({ browser }) => {
    const page = await openAsNewcomer(browser, hasScript)
    const { id, path } = await startSession(page, [{ ...blank, sets: 2 }])
    await page.goto(path)
    await field(page, 1, 'Reps').fill('12')
    await tick(page, 1).click()
    await expect(page.getByText('What weight did you use?')).toBeVisible()
    await expect(untick(page, 1)).toHaveCount(0)
    await page.getByRole('button', { name: 'No weight' }).click()
    await expect(untick(page, 1)).toBeVisible()
    await expect(page.getByText('★')).toHaveCount(0)
    await expect
      .poll(async () => (await onServer(page, id)).exercises[0]?.sets[0])
      .toMatchObject({ weight: 0, reps: 12, isCompleted: true })
    await page.context().close()
  })
}

test('keeps what a field holds through a reload, in a second tab and after a refused tick', async ({
  browser,
}) => {
  const page = await openAsNewcomer(browser)
  const { path } = await startSession(page, [{ ...blank, sets: 2 }])
  await page.goto(path)
  await field(page, 1, weight).pressSequentially('62,5')
  const other = await page.context().newPage()
  await other.goto(path)
  await expect(field(other, 1, weight)).toHaveValue('62,5')
  await field(page, 1, weight).pressSequentially('5')
  await expect(field(other, 1, weight)).toHaveValue('62,55')
  await other.close()

  await field(page, 2, weight).fill('1600')
  await tick(page, 2).click()
  await expect(page.getByText(/^Not saved\. /)).toBeVisible()
  await page.reload()
  await expect(field(page, 1, weight)).toHaveValue('62.55')
  await expect(field(page, 2, weight)).toHaveValue('1600')
  await expect(page.getByText('Set 2 is not logged yet')).toBeVisible()
  await field(page, 1, 'Reps').fill('5')
  await tick(page, 1).click()
  await expect(untick(page, 1)).toBeVisible()
  await expect(page.locator('li[data-is=pending]')).toHaveCount(1)
  await page.context().close()
})

test('keeps what was typed when the tab goes elsewhere, time after time', async ({ browser }) => {
  const page = await openAsNewcomer(browser)
  const { path } = await startSession(page, [{ ...blank, sets: 2 }])
  const other = await page.context().newPage()
  for (const typed of ['62.5', '65', '67.5']) {
    await page.goto(path)
    await field(page, 1, weight).fill(typed)
    // It is on the phone as soon as another tab can read it.
    await other.goto(path)
    await expect(field(other, 1, weight)).toHaveValue(typed)
    await page.goto('about:blank')
    await page.goto(path)
    await expect(field(page, 1, weight)).toHaveValue(typed)
  }
  await page.context().close()
})

test('goes on with what was typed when React tells late of the focus', async ({ browser }) => {
  const page = await openAsNewcomer(browser)
  const { path } = await startSession(page, [{ ...blank, sets: 1 }])
  await page.goto(path)
  const cell = field(page, 1, weight)
  await cell.pressSequentially('6')
  await cell.evaluate((input) => input.dispatchEvent(new FocusEvent('focusin', { bubbles: true })))
  await page.keyboard.type('2,5')
  await expect(cell).toHaveValue('62,5')
  await page.context().close()
})

test('asks about a figure far above the usual before it carries or counts', async ({ browser }) => {
  const page = await openAsNewcomer(browser)
  await trainedBefore(page, [{ exercise: BENCH, sets: 2, weight: 80, reps: 5 }])
  const { id, path } = await startSession(page, [{ ...blank, sets: 3 }])
  await page.goto(path)
  await field(page, 1, 'Reps').fill('50')
  await tick(page, 1).click()
  await expect(page.getByText('50 reps? Your most is 5.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Yes, 50' })).toBeVisible()
  // An answer counts as well when the thumb was in the field again.
  await field(page, 1, 'Reps').click()
  await page.getByRole('button', { name: 'Make it 5' }).click()
  await expect(untick(page, 1)).toBeVisible()
  await field(page, 2, weight).fill('140')
  await tick(page, 2).click()
  await expect(page.getByText('140 kg? Your heaviest is 80 kg.')).toBeVisible()
  await page.getByRole('button', { name: 'Yes, 140' }).click()
  await expect(untick(page, 2)).toBeVisible()
  // What was said before the tick is not asked again.
  await field(page, 3, 'Reps').fill('60')
  await field(page, 3, weight).focus()
  await page.getByRole('button', { name: 'Yes, 60' }).click()
  await expect(page.getByRole('button', { name: 'Yes, 60' })).toHaveCount(0)
  await tick(page, 3).click()
  await expect(untick(page, 3)).toBeVisible()
  await expect(saying(page, 'Saved')).toHaveCount(3)
  const sets = (await onServer(page, id)).exercises[0]?.sets
  expect(sets).toMatchObject([
    { weight: 80, reps: 5, isCompleted: true },
    { weight: 140, reps: 5, isCompleted: true },
    { weight: 140, reps: 60, isCompleted: true },
  ])
  await page.context().close()
})

test('does not carry a weight down before it was confirmed', async ({ browser }) => {
  const page = await openAsNewcomer(browser)
  await trainedBefore(page, [{ exercise: BENCH, sets: 2, weight: 80, reps: 5 }])
  const { path } = await startSession(page, [{ ...blank, sets: 2 }])
  await page.goto(path)
  // It comes with the script, which selects a field's text when it gets the focus.
  const isSelected = (element: HTMLElement | SVGElement) =>
    element instanceof HTMLInputElement && element.selectionStart !== element.selectionEnd
  await expect(async () => {
    await field(page, 1, weight).blur()
    await field(page, 1, weight).click()
    expect(await field(page, 1, weight).evaluate(isSelected)).toBe(true)
  }).toPass()
  await page.keyboard.type('85')
  await expect(field(page, 2, weight)).toHaveValue('85')
  await field(page, 1, weight).fill('1450')
  await expect(field(page, 2, weight)).toHaveValue('80')
  await page.context().close()
})
