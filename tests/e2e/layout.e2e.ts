import { type Browser, chromium, expect, type Page, test } from '@playwright/test'
import { addressOf, haveEverything, PAGES } from './everything'
import { layoutFaults } from './layout'
import { openAsNewcomer } from './newcomer'
import { openPage, signIn } from './people'
import { BENCH, exerciseIds, startSession, trainedBefore } from './phone'

const WIDTHS = [320, 360, 375, 390, 768, 1280]
const LARGEST = { weight: 1234.5, reps: 100, more: { weightUnit: 'lb', rpe: 9.5 } } as const
const PLANK = 'Plank'
const ASSISTED = 'Assisted Pull-Up'
/** No letter of it can be left out. */
const LONG = 'from the half-kneeling position, slowly lowered'
/** Pages for those who are not signed in, for machines, and the live workout, which has a test of its own. */
const OTHERS = /^\/(|auth.*|login|api\/docs|dev\/outbox|workout\/\[id\].*)$/
/** Where training shows: charts, tables and lists, which are full after half a year. */
const TRAINED =
  /^\/(dashboard|exercises|history|progress|records|routines|schedule|settings\/gear|workout)/

/** The demo's athlete, with a workout, a routine and an exercise of theirs. */
async function openAsTrained(browser: Browser) {
  const page = await openPage(browser)
  await signIn(page, 'athlete@example.com', 'Password123!')
  const newest = async (path: string): Promise<string> => {
    const answer = await page.request.get(path)
    return (await answer.json()).data[0].id
  }
  const benchId = (await exerciseIds(page)).get(BENCH) ?? ''
  const ids = {
    ...{ '/exercises': benchId, '/records': benchId },
    ...{ '/history': await newest('/api/sessions'), '/routines': await newest('/api/routines') },
  }
  return { page, ids }
}

test('opens a workout with the name above the first set in large text', async ({
  launchOptions,
}) => {
  const args = [...(launchOptions.args ?? []), '--blink-settings=defaultFontSize=32']
  const browser = await chromium.launch({ ...launchOptions, args })
  const page = await openAsNewcomer(browser)
  const notes = 'Pause on the chest, keep the elbows in, and breathe out as the bar goes up'
  const { path } = await startSession(page, [{ exercise: BENCH, sets: 3, notes }])
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(path)
  await expect(page.locator('li[aria-current=step]')).toBeInViewport({ ratio: 1 })
  const header = await page.getByText('0 of 3 sets').boundingBox()
  const name = await page.getByRole('heading', { name: BENCH }).boundingBox()
  expect(name?.y).toBeGreaterThan(header?.y ?? Number.NaN)
  await browser.close()
})

for (const fontSize of [16, 32]) {
  test(`cuts no figure of a live workout at any width with text of ${fontSize} px`, async ({
    launchOptions,
  }) => {
    const args = [...(launchOptions.args ?? []), `--blink-settings=defaultFontSize=${fontSize}`]
    const browser = await chromium.launch({ ...launchOptions, args })
    const page = await openAsNewcomer(browser)
    await trainedBefore(page, [{ exercise: BENCH, sets: 2, ...LARGEST }])
    const { path } = await startSession(page, [
      { exercise: BENCH, sets: 1, ...LARGEST, isDone: true },
      { exercise: BENCH, sets: 2, weight: null, reps: null, more: { weightUnit: 'lb' } },
      { exercise: ASSISTED, sets: 1, weight: 100, reps: 100 },
      { exercise: PLANK, sets: 1, weight: null, reps: null, more: { durationSeconds: 3599 } },
    ])
    await page.goto(path)
    await expect(page.getByRole('heading', { name: PLANK })).toBeVisible()
    await page.evaluate(() => document.fonts.ready)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 812 })
      expect(await layoutFaults(page, 44), `at ${width} px`).toEqual([])
    }
    await browser.close()
  })

  test(`cuts nothing of any page with text of ${fontSize} px`, async ({ launchOptions }) => {
    test.slow()
    const args = [...(launchOptions.args ?? []), `--blink-settings=defaultFontSize=${fontSize}`]
    const browser = await chromium.launch({ ...launchOptions, args })
    const page = await openAsNewcomer(browser)
    const own = await haveEverything(page, LONG)
    const stranger = await openPage(browser)
    const trained = await openAsTrained(browser)
    const look = async (on: Page, path: string) => {
      await on.goto(path)
      await on.evaluate(() => document.fonts.ready)
      for (const width of WIDTHS) {
        await on.setViewportSize({ width, height: 812 })
        expect.soft(await layoutFaults(on, 24), `${path} at ${width} px`).toEqual([])
      }
    }
    for (const pattern of PAGES.filter((each) => !OTHERS.test(each)))
      await look(page, addressOf(pattern, own))
    for (const pattern of PAGES.filter((each) => TRAINED.test(each) && !OTHERS.test(each)))
      await look(trained.page, addressOf(pattern, trained))
    for (const path of PAGES.filter((each) => each === '/' || each.startsWith('/auth')))
      await look(stranger, path)
    await browser.close()
  })
}
