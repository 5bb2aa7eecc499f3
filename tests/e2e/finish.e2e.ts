import { expect, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { expectAccessible, openPage } from './people'
import { BENCH, field, finishLink, SQUAT, startSession, tick, trainedBefore, untick } from './phone'

const SCREENS = [
  { width: 320, height: 568 },
  { width: 375, height: 667 },
  { width: 1280, height: 800 },
]

for (const hasScript of [true, false]) {
  const how = hasScript ? 'with JavaScript' : 'without JavaScript'

  test(`finishes in two taps and says each record and each open set once ${how}`, async ({
    browser,
  }) => {
    const page = await openPage(browser, { javaScriptEnabled: hasScript })
    await becomeNewcomer(page)
    const bench = { exercise: BENCH, weight: 80, reps: 5 }
    const squat = { exercise: SQUAT, weight: 100, reps: 5 }
    await trainedBefore(page, [{ ...bench, sets: 1 }])
    const { path } = await startSession(page, [
      { ...bench, sets: 3 },
      { ...squat, sets: 2 },
    ])
    await page.goto(path)
    for (const [set, weight] of [
      [1, '82.5'],
      [2, '85'],
    ] as const) {
      await field(page, set, 'Weight (kg)').fill(weight)
      await tick(page, set).click()
      await expect(untick(page, set)).toBeVisible()
    }
    await field(page, 1, 'Weight (kg)', SQUAT).fill('100')
    await tick(page, 1, SQUAT).click()
    await expect(untick(page, 1, SQUAT)).toBeVisible()
    if (hasScript) {
      await expect(page.getByText('★')).toHaveCount(1)
      await expect(page.getByText('★ Heaviest')).toBeVisible()
    }

    await finishLink(page).click()
    await expect(page.getByText(`2 sets not done: 1 × ${BENCH}, 1 × ${SQUAT}.`)).toBeVisible()
    for (const screen of SCREENS) {
      await page.setViewportSize(screen)
      await expect(page.getByRole('button', { name: 'Finish workout' })).toBeInViewport({
        ratio: 1,
      })
      for (const face of ['Awful', 'Bad', 'OK', 'Good', 'Great'])
        await page.getByRole('radio', { name: face }).check()
    }
    if (hasScript) await expectAccessible(page)
    await page.getByRole('button', { name: 'Finish workout' }).click()

    await expect(page.getByText('Nice work!')).toBeVisible()
    await expect(page.getByText('1 record', { exact: true })).toBeVisible()
    await expect(page.getByText('was 80 kg', { exact: true })).toBeVisible()
    await expect(page.getByText('★ Record')).toHaveCount(1)
    await page.getByText('Other bests with this exercise').click()
    await expect(page.getByText('Best 5-rep set')).toBeVisible()
    if (hasScript) await expectAccessible(page)
    await page.context().close()
  })
}
