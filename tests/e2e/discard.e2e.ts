import { expect, type Page, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { expectAccessible, openPage } from './people'
import { BENCH, onServer, startSession } from './phone'

/** Opens the question about a discard. */
const ask = (page: Page, summary: string) => page.locator('summary', { hasText: summary }).click()

for (const hasScript of [true, false]) {
  const how = hasScript ? 'with JavaScript' : 'without JavaScript'

  test(`a discarded workout is asked about and comes back ${how}`, async ({ browser }) => {
    const page = await openPage(browser, { javaScriptEnabled: hasScript })
    await becomeNewcomer(page)
    const planned = { exercise: BENCH, sets: 3 }
    const first = await startSession(page, [{ ...planned, isDone: true }])

    // Nothing is discarded by one press.
    await page.goto('/workout?start=')
    await expect(
      page.getByText(/^You already have .* in progress\. Resume it, finish it/),
    ).toBeVisible()
    await ask(page, 'Discard and start new')
    await expect(
      page.getByText(/\? 3 sets will be removed\. You can restore it for 24/),
    ).toBeVisible()
    if (hasScript) await expectAccessible(page)
    await page.getByRole('button', { name: 'Discard workout' }).click()
    await expect(page).toHaveURL(/\/workout\/[0-9a-f-]{36}$/)
    const second = page.url().slice(-36)
    expect((await page.request.get(`/api/sessions/${first.id}`)).status()).toBe(404)

    for (const place of ['/dashboard', '/workout']) {
      await page.goto(place)
      await expect(page.getByText('Discarded just now · 3 sets')).toBeVisible()
      if (hasScript) await expectAccessible(page)
    }

    // Only one can run: the person says which.
    await page.getByRole('button', { name: /^Restore/ }).click()
    await expect(page).toHaveURL(/\/workout\?restore=/)
    await expect(page.getByText('Only one workout can be in progress.')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Keep this one' })).toBeVisible()
    // The other one has nothing to finish.
    await expect(page.getByRole('button', { name: 'Finish and restore' })).toHaveCount(0)
    await ask(page, 'Discard and restore')
    await page.getByRole('button', { name: 'Discard workout' }).click()
    await expect(page).toHaveURL(new RegExp(first.path))
    const { status, exercises } = await onServer(page, first.id)
    expect(status).toBe('in_progress')
    expect(exercises.flatMap(({ sets }) => sets).filter((set) => set.isCompleted)).toHaveLength(3)

    // Finishing it first keeps it in the history, and the other one goes on.
    await page.goto(`/workout?restore=${second}`)
    await page.getByRole('button', { name: 'Finish and restore' }).click()
    await expect(page).toHaveURL(new RegExp(`/workout/${second}`))
    expect((await onServer(page, first.id)).status).toBe('completed')
    await page.context().close()
  })
}

test('a second start finishes the first and begins', async ({ browser }) => {
  const page = await openPage(browser)
  await becomeNewcomer(page)
  await page.goto('/workout')
  const first = await startSession(page, [{ exercise: BENCH, sets: 1, isDone: true }])
  // The page was drawn before the first one began.
  await page.getByRole('button', { name: 'Start empty workout' }).click()
  await expect(page.getByRole('link', { name: 'Resume' })).toBeVisible()
  await page.getByRole('button', { name: 'Finish and start new' }).click()
  await expect(page).toHaveURL(/\/workout\/[0-9a-f-]{36}$/)
  expect(page.url()).not.toContain(first.id)
  expect((await onServer(page, first.id)).status).toBe('completed')
  await page.context().close()
})
