import { expect, type Page, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { expectAccessible, openPage, signIn } from './people'
import { finishWith, trainOnce } from './training'

const ATHLETE = ['athlete@example.com', 'Password123!'] as const

/** The bar of a phone and the rail of a laptop lead to the same places. */
const main = (page: Page) => page.getByRole('main')

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`a first workout fills the pages that look back ${how}`, async ({ browser }) => {
    const page = await openPage(browser, { javaScriptEnabled })
    await becomeNewcomer(page)
    await page.goto('/progress')
    await expect(page.getByText('Your stats will appear here')).toBeVisible()
    await expect(main(page).getByRole('link', { name: 'Start a workout' })).toBeVisible()
    await page.goto('/records')
    await expect(page.getByText('Your records appear here')).toBeVisible()

    await trainOnce(page, { hasScript: javaScriptEnabled })
    await finishWith(page, 'Left knee felt fine')

    await page.goto('/dashboard')
    await expect(page.getByText('week', { exact: true })).toBeVisible()
    await expect(page.getByRole('img', { name: /Sets a day/ })).toBeVisible()
    // A first workout is a baseline: no record on the dashboard, and every best in the book.
    await expect(page.getByText('Latest records')).toHaveCount(0)
    await page.goto('/records')
    await expect(page.getByText('Heaviest weight')).toBeVisible()
    await main(page).getByRole('link', { name: 'Barbell Bench Press' }).click()
    await expect(page.getByText('Best 5-rep set')).toBeVisible()
    await main(page).getByRole('link', { name: 'Barbell Bench Press' }).click()
    await expect(page.getByRole('img', { name: /Estimated 1RM/ })).toBeVisible()
    await expect(page.getByText(/82\.5\skg × 5/).first()).toBeVisible()

    await page.getByLabel('My note').fill('Bench on hole 4 <script>')
    await page.getByRole('button', { name: 'Save note' }).click()
    await expect(page.getByText('Note saved')).toBeVisible()
    await page.reload()
    await expect(page.getByLabel('My note')).toHaveValue('Bench on hole 4 <script>')

    await page.goto('/progress?period=30')
    await expect(page.getByRole('figure', { name: 'Workouts per week' })).toBeVisible()
    await expect(page.getByText('vs. before')).toHaveCount(0)
    await expect(page.getByText('Dashed: previous period')).toHaveCount(0)
    const volume = page.getByText('Weight × reps of every set')
    await expect(volume).toBeHidden()
    await page.getByRole('button', { name: 'Volume', exact: true }).click()
    await expect(volume).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(volume).toBeHidden()
    await main(page).getByRole('link', { name: 'Chest' }).click()
    await expect(page.getByText('Chest: sets per week').first()).toBeVisible()
    await page.context().close()
  })

  test(`the history is searched, and a workout done again or kept as a routine ${how}`, async ({
    browser,
  }) => {
    const page = await openPage(browser, { javaScriptEnabled })
    await becomeNewcomer(page)
    await trainOnce(page, { hasScript: javaScriptEnabled })
    await finishWith(page, 'Left knee felt fine')

    await page.goto('/history')
    const found = main(page).getByRole('heading', { level: 3 })
    await page.getByRole('searchbox').fill('KNEE fine')
    if (!javaScriptEnabled) await page.getByRole('searchbox').press('Enter')
    await expect(page).toHaveURL(/q=KNEE/)
    await expect(found).toHaveCount(1)
    await page.getByText('Filters', { exact: true }).click()
    await page.getByLabel('Exercise', { exact: true }).selectOption('Barbell Bench Press')
    await page.getByLabel('From').fill('2020-01-01')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page).toHaveURL(/from=2020-01-01/)
    await expect(found).toHaveCount(1)
    await page.getByLabel('To').fill('2020-12-31')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page.getByText('No matching workouts')).toBeVisible()
    await page.getByRole('link', { name: 'Show all workouts' }).click()
    await expect(found).toHaveCount(1)
    for (const nonsense of ['routine=x&exercise=%00', 'before=x,y', 'from=yesterday&status=luck']) {
      await page.goto(`/history?${nonsense}`)
      await expect(found).toHaveCount(1)
    }

    await found.getByRole('link').click()
    await expect(page).toHaveURL(/\/history\/[0-9a-f-]{36}$/)
    const workout = page.url()
    await page.getByRole('button', { name: 'Save as routine' }).click()
    await expect(page).toHaveURL(/\/routines\/[0-9a-f-]{36}$/)
    await expect(page.getByText('Barbell Bench Press').first()).toBeVisible()

    await page.goto(workout)
    await page.getByRole('button', { name: 'Repeat this workout' }).click()
    await expect(page).toHaveURL(/\/workout\/[0-9a-f-]{36}$/)
    await expect(page.getByLabel('Barbell Bench Press, Set 1: Weight (kg)')).toHaveValue('82.5')
    await expect(page.getByText('0 of 1 sets')).toBeVisible()

    // A second repetition is told about the first, and can take its place.
    await page.goto(workout)
    await page.getByRole('button', { name: 'Repeat this workout' }).click()
    await expect(page).toHaveURL(/\/workout\?start=&repeat=/)
    await page.locator('summary', { hasText: 'Discard and start new' }).click()
    await page.getByRole('button', { name: 'Discard workout' }).click()
    await expect(page).toHaveURL(/\/workout\/[0-9a-f-]{36}$/)
    await page.getByRole('button', { name: /Set 1 done$/ }).click()
    await finishWith(page, '')
    await expect(page.getByText('1 of 1 planned set done')).toBeVisible()
    await page.context().close()
  })
}

const PAGES = [
  '/dashboard',
  '/history',
  '/history?q=zzz&status=any',
  '/records',
  '/records?q=nothing-like-this',
  '/progress',
  '/progress?period=all&muscle=chest',
  '/progress?period=luck&muscle=heart',
]

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, baseURL: process.env.BASE_URL })

    test('axe finds nothing on the pages that look back', async ({ page }) => {
      test.slow()
      await signIn(page, ...ATHLETE)
      for (const path of PAGES) {
        await page.goto(path)
        await expectAccessible(page)
      }
    })

    test('axe finds nothing on them while there is nothing', async ({ page }) => {
      test.slow()
      await becomeNewcomer(page)
      for (const path of PAGES) {
        await page.goto(path)
        await expectAccessible(page)
      }
    })

    test('axe finds nothing on an exercise and its records', async ({ page }) => {
      await signIn(page, ...ATHLETE)
      await page.goto('/records')
      await page.getByRole('link', { name: 'All records' }).first().click()
      await expect(page).toHaveURL(/\/records\/[0-9a-f-]{36}$/)
      await expectAccessible(page)
      await page
        .getByRole('link', { name: /^History of/ })
        .first()
        .click()
      await expect(page.getByRole('heading', { name: /over time$/ })).toBeVisible()
      await expectAccessible(page)
      await main(page).getByRole('heading', { level: 1 }).getByRole('link').click()
      await expect(page).toHaveURL(/\/exercises\//)
      await page.getByText('View as table').first().click()
      await expectAccessible(page)
    })
  })
}
