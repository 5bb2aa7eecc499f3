import { expect, type Page, test } from '@playwright/test'
import { becomeNewcomer, openAsNewcomer } from './newcomer'
import { expectAccessible, openPage } from './people'
import { BENCH, field, openOnPhone, openSet, SQUAT, startSession, tick, untick } from './phone'

const rest = (page: Page) => page.getByRole('timer')

test('a removed set comes back by toast, with the keyboard alone', async ({ browser }) => {
  const page = await openAsNewcomer(browser)
  const { path } = await startSession(page, [{ exercise: BENCH, sets: 5 }])
  await page.goto(path)
  await openSet(page, 5)
  await page.getByRole('button', { name: 'Remove set 5' }).press('Enter')
  const toast = page.getByRole('status').filter({ hasText: 'Set 5 removed' })
  await expect(toast).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(toast.getByRole('button', { name: 'Undo' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(toast).toHaveCount(0)
  await expect(page.getByText('0 of 5 sets')).toBeVisible()
  await page.context().close()
})

test('a toast ends by itself, but waits while it has the focus', async ({ browser }) => {
  const page = await openAsNewcomer(browser)
  const { path } = await startSession(page, [{ exercise: BENCH, sets: 2 }])
  await page.goto(path)
  await openSet(page, 2)
  await page.getByRole('button', { name: 'Remove set 2' }).press('Enter')
  await page.getByRole('button', { name: 'Undo' }).focus()
  const line = page.locator('[data-toast] [data-clock]')
  await expect(line).toHaveCSS('animation-play-state', 'paused')
  await page.getByRole('heading', { name: BENCH }).click()
  await expect(page.getByText('Set 2 removed')).toHaveCount(0, { timeout: 12_000 })
  await page.context().close()
})

test('the next set is scrolled clear of the header and the rest bar', async ({ browser }) => {
  const page = await openAsNewcomer(browser)
  const { path } = await startSession(page, [
    { exercise: BENCH, sets: 9 },
    { exercise: SQUAT, sets: 2 },
  ])
  await page.goto(path)
  for (const set of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
    await tick(page, set).click()
    await expect(untick(page, set)).toBeVisible()
    await expect(rest(page)).toBeVisible()
    await expect.poll(() => isNextClear(page), `after set ${set}`).toBe(true)
  }
  await page.context().close()
})

test('nothing moves under a thumb that ticks one set after another', async ({ browser }) => {
  const page = await openAsNewcomer(browser)
  await page.clock.install()
  const { path } = await startSession(page, [{ exercise: BENCH, sets: 9 }])
  await page.setViewportSize({ width: 375, height: 480 })
  await page.goto(path)
  await tick(page, 1).click()
  await expect(rest(page)).toBeVisible()
  await page.clock.pauseAt(new Date(await page.evaluate(() => Date.now() + 5000)))
  // The next row but one is half covered by the rest bar.
  await page.evaluate(() => {
    const rows = document.querySelectorAll('li:has(.ex-set)')
    const bar = document.querySelector('section[aria-label="Rest timer"]')
    const [below, top] = [rows[3], bar].map((each) => each?.getBoundingClientRect().top ?? 0)
    scrollBy(0, (below ?? 0) + 26 - (top ?? 0))
  })
  const before = await page.evaluate(() => scrollY)
  for (const set of [2, 3]) {
    await tick(page, set).dispatchEvent('click')
    await expect(untick(page, set)).toBeVisible()
  }
  expect(await page.evaluate(() => scrollY)).toBe(before)
  expect(await isNextClear(page)).toBe(false)
  await page.clock.runFor(1500)
  await expect.poll(() => isNextClear(page)).toBe(true)
  await page.context().close()
})

/** Whether the row of the next set lies between the header and the rest bar. */
const isNextClear = (page: Page) =>
  page.evaluate(() => {
    const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect()
    const row = boxOf('li[aria-current=step]')
    const head = boxOf('main header')
    const bar = boxOf('section[aria-label="Rest timer"]')
    return Boolean(row && head && bar && row.top >= head.bottom && row.bottom <= bar.top)
  })

test('the rest timer goes on when localStorage is full', async ({ browser }) => {
  const page = await openAsNewcomer(browser)
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('Full', 'QuotaExceededError')
    }
  })
  const errors: Error[] = []
  page.on('pageerror', (error) => errors.push(error))
  const { path } = await startSession(page, [{ exercise: BENCH, sets: 2 }])
  await page.goto(path)
  await tick(page, 1).click()
  const seconds = async () => {
    const [minutes = 0, left = 0] = ((await rest(page).textContent()) ?? '').split(':').map(Number)
    return minutes * 60 + left
  }
  const before = await seconds()
  await page.getByRole('button', { name: '15 seconds more' }).click()
  await expect.poll(seconds).toBeGreaterThan(before)
  await page.getByRole('button', { name: 'Skip' }).click()
  await expect(rest(page)).toHaveCount(0)
  expect(errors).toEqual([])
  await page.context().close()
})

test('the keys step and log the set of the focused field, and take the place of the bar', async ({
  browser,
}) => {
  const page = await openAsNewcomer(browser)
  const { path } = await startSession(page, [{ exercise: BENCH, sets: 2 }])
  await page.goto(path)
  const weight = field(page, 1, 'Weight (kg)')
  await weight.click()
  const keys = page.getByRole('toolbar', { name: 'Keys for this field' })
  await expect(keys).toBeVisible()
  await expect(page.getByRole('link', { name: 'Today' })).toBeHidden()
  await expectAccessible(page)
  await keys.getByRole('button', { name: '2.5 more' }).click()
  await expect(weight).toHaveValue('82.5')
  await expect(weight).toBeFocused()
  await keys.getByRole('button', { name: 'Log this set' }).click()
  await expect(untick(page, 1)).toBeVisible()
  await expect(weight).toHaveValue('82.5')
  await expect(keys).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Today' })).toBeVisible()
  await page.context().close()
})

test('a workout that goes on is one tap away on other pages, until it is over elsewhere', async ({
  browser,
}) => {
  const page = await openPage(browser)
  await becomeNewcomer(page)
  const { id, path } = await startSession(page, [
    { exercise: BENCH, sets: 2 },
    { exercise: SQUAT, sets: 12 },
  ])
  await openOnPhone(page, path)
  await tick(page, 1).click()
  await expect(rest(page)).toBeVisible()
  await field(page, 12, 'Weight (kg)', SQUAT).scrollIntoViewIfNeeded()
  await expect(page.locator('li[aria-current=step]')).not.toBeInViewport()
  await page.goto('/history')
  const bar = page.getByRole('link', { name: 'Back to workout' })
  await expect(bar).toContainText('Set 2: 80 kg × 5')
  await expect(rest(page)).toBeVisible()
  await expectAccessible(page)
  await bar.click()
  await expect(page).toHaveURL(path)
  // It leads to the set that it names, wherever the workout was left, as does the card on Train.
  await expect(page.locator('li[aria-current=step]')).toBeInViewport()
  await field(page, 12, 'Weight (kg)', SQUAT).scrollIntoViewIfNeeded()
  await expect(page.locator('li[aria-current=step]')).not.toBeInViewport()
  await page.goto('/workout')
  await page.getByRole('link', { name: 'Resume' }).click()
  await expect(page).toHaveURL(path)
  await expect(page.locator('li[aria-current=step]')).toBeInViewport()

  await page.goto('/history')
  await expect(bar).toBeVisible()
  const finished = await page.request.post(`/api/sessions/${id}/complete`, { data: {} })
  expect(finished.ok()).toBe(true)
  await page.goto('/more')
  await expect(page.getByRole('heading', { name: 'More' })).toBeVisible()
  await expect(bar).toHaveCount(0)
  await page.context().close()
})
