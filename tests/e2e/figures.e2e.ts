import { expect, test } from '@playwright/test'
import { openAsNewcomer } from './newcomer'
import { expectAccessible } from './people'
import {
  BENCH,
  card,
  chooseKind,
  closeSheet,
  field,
  finishLink,
  onServer,
  openMore,
  openRow,
  SQUAT,
  saying,
  startSession,
  tick,
  trainedBefore,
  untick,
} from './phone'

const ROW = 'One-Arm Dumbbell Row'
const ASSISTED = 'Assisted Pull-Up'
const _CURL = 'Barbell Curl'
const RUN = 'Running'

for (const hasScript of [true, false]) {
  const how = hasScript ? 'with JavaScript' : 'without JavaScript'

  test(`one field says a whole set, and what nobody believes is asked about once ${how}`, async ({
    browser,
  }) => {
    const page = await openAsNewcomer(browser, hasScript)
    const { id, path } = await startSession(page, [
      { exercise: BENCH, sets: 3, weight: null, reps: null },
      { exercise: ASSISTED, sets: 1, weight: null, reps: null },
    ])
    await page.goto(path)
    await field(page, 1, 'Weight (kg)').fill('100x8@9')
    await tick(page, 1).click()
    await expect(untick(page, 1)).toBeVisible()
    await expect(field(page, 1, 'Weight (kg)')).toHaveValue('100')
    await expect(field(page, 1, 'Reps')).toHaveValue('8')
    await expect(field(page, 1, 'RPE')).toHaveValue('9')

    await field(page, 2, 'Weight (kg)').fill('100')
    await field(page, 2, 'Reps').fill('877')
    await tick(page, 2).click()
    await expect(page.getByText("That's far above your usual. Is it right?")).toBeVisible()
    await page.getByRole('button', { name: 'Yes, save it' }).click()
    await expect(untick(page, 2)).toBeVisible()
    await expect(page.getByText("That's far above your usual. Is it right?")).toHaveCount(0)
    await expect(page.getByText('Saved (not counted for records)')).toBeVisible()

    await field(page, 1, 'Assist (kg)', ASSISTED).fill('-20')
    await field(page, 1, 'Reps', ASSISTED).fill('8')
    await tick(page, 1, ASSISTED).click()
    await expect(untick(page, 1, ASSISTED)).toBeVisible()
    await expect(field(page, 1, 'Assist (kg)', ASSISTED)).toHaveValue('20')
    await expect(page.getByText('3 of 4 sets')).toBeVisible()
    await page.reload()
    await expect(page.getByText('Saved (not counted for records)')).toBeVisible()
    const done = async () => {
      const { exercises } = await onServer(page, id)
      const sets = exercises.flatMap((exercise) => exercise.sets).filter((set) => set.isCompleted)
      return sets.map(({ weight, reps, rpe }) => [weight, reps, rpe])
    }
    await expect.poll(done).toEqual([
      [100, 8, 9],
      [100, 877, null],
      [20, 8, null],
    ])
    await finishLink(page).click()
    await page.getByRole('button', { name: 'Finish workout' }).click()
    await expect(page.getByText('Nice work!')).toBeVisible()
    // The slip is no best, and assistance is no negative weight.
    await page.goto('/records')
    await expect(page.getByText('100 kg', { exact: true })).toBeVisible()
    await expect(page.getByText(/^(877|87,700 kg|[-−]\d.*)$/)).toHaveCount(0)
    await page.context().close()
  })

  test(`a set that was saved before is asked about as well ${how}`, async ({ browser }) => {
    const page = await openAsNewcomer(browser, hasScript)
    const { id, path } = await startSession(page, [
      { exercise: BENCH, sets: 1 },
      { exercise: 'Plank', sets: 1, weight: null, reps: null },
    ])
    await page.goto(path)
    const insist = async () => {
      await expect(page.getByText("That's far above your usual. Is it right?")).toHaveCount(1)
      await page.getByRole('button', { name: 'Yes, save it' }).click()
      await expect(page.getByText("That's far above your usual. Is it right?")).toHaveCount(0)
    }
    await tick(page, 1).click()
    await expect(saying(page, 'Saved')).toHaveCount(1)
    await page.goto(path)
    await untick(page, 1).click()
    await expect
      .poll(async () => (await onServer(page, id)).exercises[0]?.sets[0]?.isCompleted)
      .toBe(false)
    await page.goto(path)
    await field(page, 1, 'Reps').fill('877')
    await tick(page, 1).click()
    await insist()
    await field(page, 1, 'Time', 'Plank').fill('8:00:00')
    await tick(page, 1, 'Plank').click()
    await insist()
    await expect(page.getByText('Saved (not counted for records)')).toHaveCount(2)
    await expect(saying(page, 'Saved')).toHaveCount(2)
    const { exercises } = await onServer(page, id)
    const sets = exercises.flatMap((exercise) => exercise.sets)
    expect(sets.map(({ reps, durationSeconds }) => reps ?? durationSeconds)).toEqual([877, 28_800])
    await page.context().close()
  })

  test(`what is shown in miles stays the metres that it was ${how}`, async ({ browser }) => {
    const page = await openAsNewcomer(browser, hasScript, { distanceUnit: 'mi' })
    const run = { exercise: RUN, sets: 1, weight: null, reps: null }
    const [far, half] = [10_000, 21_097.5].map((distanceMeters) => ({ distanceMeters }))
    await trainedBefore(page, [{ ...run, more: { ...far, durationSeconds: 3000 } }])
    const { id, path } = await startSession(page, [
      run,
      { ...run, more: { ...half, durationSeconds: 7200 } },
    ])
    await page.goto(path)
    const distances = page.getByLabel(`${RUN}, Set 1: Distance (mi)`)
    await expect(distances.first()).toHaveValue('6.21')
    await expect(distances.last()).toHaveValue('13.11')
    const copy = page.getByRole('button', { name: `${RUN}, Set 1: Copy 6.21 mi · 50:00` })
    if (hasScript) await copy.last().click()
    for (const at of [0, 1]) {
      await card(page, RUN).nth(at).getByLabel(`${RUN}, Set 1: RPE`).fill('8')
      await tick(page, 1, RUN).first().click()
      await expect(untick(page, 1, RUN)).toHaveCount(at + 1)
    }
    await expect(distances.last()).toHaveValue(hasScript ? '6.21' : '13.11')
    await expect(saying(page, 'Saved')).toHaveCount(2)
    const { exercises } = await onServer(page, id)
    expect(exercises.map(({ sets }) => sets[0]?.distanceMeters)).toEqual([
      10_000,
      hasScript ? 10_000 : 21_097.5,
    ])

    await finishLink(page).click()
    await page.getByRole('button', { name: 'Finish workout' }).click()
    await page.getByRole('link', { name: 'Edit workout' }).click()
    await page.getByLabel(`${RUN}, 1: Time`).first().fill('49:00')
    await page.getByRole('button', { name: 'Save workout' }).click()
    await expect(page.getByText('Saved. Totals and records')).toBeVisible()
    const corrected = (await onServer(page, id)).exercises[0]?.sets[0]
    expect(corrected).toMatchObject({ durationSeconds: 2940, distanceMeters: 10_000 })
    await page.context().close()
  })

  test(`a side is chosen, and the kind of the set stays ${how}`, async ({ browser }) => {
    const page = await openAsNewcomer(browser, hasScript)
    const { id, path } = await startSession(page, [{ exercise: ROW, sets: 1 }])
    await page.goto(path)
    await chooseKind(page, 'Drop set', 1, { exercise: ROW, hasScript })
    if (!hasScript) await tick(page, 1, ROW).click()
    await chooseKind(page, 'Left', 'D', { exercise: ROW, hasScript })
    await page.getByRole('button', { name: /^One-Arm Dumbbell Row, .*done/ }).click()
    await expect(tick(page, 'DL', ROW).or(untick(page, 'DL', ROW))).toBeVisible()
    await expect(saying(page, 'Saved')).toHaveCount(1)
    const set = (await onServer(page, id)).exercises[0]?.sets[0]
    expect(set).toMatchObject({ kind: 'drop', isCompleted: hasScript })
    await page.context().close()
  })

  test(`nothing that can be typed breaks the server ${how}`, async ({ browser }) => {
    const page = await openAsNewcomer(browser, hasScript)
    const { id, path } = await startSession(page, [{ exercise: BENCH, sets: 1 }])
    await page.goto(path)
    const answers: number[] = []
    page.on('response', (response) => {
      if (response.request().method() === 'POST') answers.push(response.status())
    })
    for (const nonsense of NONSENSE) {
      await field(page, 1, 'Weight (kg)').fill(nonsense)
      await field(page, 1, 'Reps').fill(nonsense)
      await field(page, 1, 'RPE').fill(nonsense)
      await tick(page, 1).click()
      await expect(page.getByText(/^Not saved\. /)).toBeVisible()
      await expect(field(page, 1, 'Reps')).toHaveValue(nonsense)
    }
    // What the phone itself refuses goes nowhere; what may be kept is sent, and a note may be anything.
    expect(answers).toHaveLength(hasScript ? 0 : NONSENSE.length)
    await field(page, 1, 'Weight (kg)').fill('1 500,0')
    await field(page, 1, 'Reps').fill('1000')
    await field(page, 1, 'RPE').fill('10')
    await tick(page, 1).click()
    await page.getByRole('button', { name: 'Yes, save it' }).click()
    await expect(untick(page, 1)).toBeVisible()
    await expect(saying(page, 'Saved')).toHaveCount(1)
    for (const note of NONSENSE) {
      const before = answers.length
      await openRow(page, BENCH, 'Note')
      const text = card(page, BENCH).getByLabel('Note', { exact: true })
      await text.fill(note)
      await text.locator('xpath=..').getByRole('button', { name: 'Save note' }).click()
      await expect.poll(() => answers.length).toBeGreaterThan(before)
    }
    for (const status of answers) expect(status).toBeLessThan(500)
    await expect
      .poll(async () => (await onServer(page, id)).exercises[0]?.notes)
      .toBe(NONSENSE.at(-1))
    await page.context().close()
  })
}

const NONSENSE = ['1e308', 'NaN', '-5', '80.555', '<b>8</b>', '٣', '🏋️', '\u202e8', '9'.repeat(400)]

test('last time is copied in the unit of the row, and what was typed in pounds stays in pounds', async ({
  browser,
}) => {
  const page = await openAsNewcomer(browser)
  const before = { exercise: BENCH, sets: 1, weight: 100, reps: 5 }
  await trainedBefore(page, [{ ...before, more: { weightUnit: 'lb' } }])
  const { id, path } = await startSession(page, [
    { exercise: BENCH, sets: 2, weight: null, reps: null },
    { exercise: SQUAT, sets: 2, weight: null, reps: null },
  ])
  await page.goto(path)
  await expect(field(page, 1, 'Weight (kg)')).toHaveValue('45')
  await page
    .getByRole('button', { name: `${BENCH}, Set 1: Copy 100 lb × 5 from last time` })
    .click()
  await expect(saying(page, 'Saved')).toHaveCount(1)
  await expect(field(page, 1, 'Weight (kg)')).toHaveValue('45')

  const prefer = async (unit: 'kg' | 'lb') => {
    await openRow(page, SQUAT, 'Unit and bar')
    await card(page, SQUAT).getByLabel('Unit', { exact: true }).selectOption(unit)
    await save()
  }
  const save = () =>
    card(page, SQUAT)
      .getByRole('button', { name: 'Save', exact: true })
      .filter({ visible: true })
      .click()
  const bar = card(page, SQUAT).getByLabel(/^Bar /)
  await openRow(page, SQUAT, 'Unit and bar')
  await bar.fill('15')
  await prefer('lb')
  await openRow(page, SQUAT, 'Unit and bar')
  await expect(bar).toHaveValue('33')
  await closeSheet(page)
  await field(page, 1, 'Weight (lb)', SQUAT).fill('225')
  await field(page, 1, 'Reps', SQUAT).fill('5')
  await field(page, 1, 'Reps', SQUAT).blur()
  await prefer('kg')
  await openRow(page, SQUAT, 'Unit and bar')
  await expect(bar).toHaveValue('15')
  await expectAccessible(page)
  await closeSheet(page)
  const first = card(page, SQUAT).getByRole('listitem').first()
  await expect(first.getByText('lb', { exact: true }).filter({ visible: true })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: `${SQUAT}: heavier, 228 lb` }).click()
  await expect(field(page, 1, 'Weight (lb)', SQUAT)).toHaveValue('228')
  await openMore(page, SQUAT)
  await card(page, SQUAT).getByRole('button', { name: 'Add warm-up sets' }).click()
  await expect(tick(page, 'W', SQUAT)).toHaveCount(4)
  await expect(field(page, 'W', 'Weight (kg)', SQUAT).nth(1)).toHaveValue('40')
  await expect(saying(page, 'Saved')).toHaveCount(2)
  const { exercises } = await onServer(page, id)
  expect(exercises[0]?.sets[0]).toMatchObject({ weight: 45, weightUnit: 'kg' })
  expect(exercises[1]?.sets.at(-2)).toMatchObject({ weight: 228, weightUnit: 'lb' })
  await page.context().close()
})
