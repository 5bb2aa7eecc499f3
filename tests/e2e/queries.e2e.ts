import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import { users } from '@/lib/db/schema/identity'
import { fillTotals, insertHistory } from '@/tests/helpers/long-history'
import { becomeNewcomer } from './newcomer'
import { base, expectAccessible, openPage, signIn } from './people'
import { serverDatabase } from './server-database'

/** The most statements each page may cost, the look-up of the session included. */
const PAGES: Record<string, number> = {
  '/dashboard': 12,
  '/workout': 7,
  '/routines': 2,
  '/routines?tab=templates': 2,
  '/schedule': 4,
  '/history': 5,
  '/history?q=knee&status=any': 6,
  '/records': 3,
  '/progress': 6,
  '/progress?period=all&muscle=chest': 5,
  '/progress/body': 6,
  '/exercises': 2,
  '/exercises?q=bench': 2,
  '/settings/profile': 2,
  '/settings/account': 2,
  '/settings/security': 6,
  '/settings/gear': 2,
  '/settings/api-keys': 2,
  '/settings/access': 2,
  '/settings/access?view=training': 2,
  '/organizations': 4,
  '/more': 1,
}

const TEN_YEARS_OF_SESSIONS = 1800

async function insertTenYears(email: string): Promise<void> {
  const db = drizzle(serverDatabase())
  const [user] = await db.select({ id: users.id }).from(users).where(eq(users.email, email))
  if (!user) throw new Error(`Nobody is called ${email}`)
  await insertHistory(db, { userId: user.id, sessions: TEN_YEARS_OF_SESSIONS })
  // Joins of so many rows are planned well only once they are counted.
  await db.execute(sql`analyze`)
  await fillTotals(db, user.id)
  await db.execute(sql`analyze`)
}

/**
 * What the server asked the database to answer a page, but for the frames of transactions. Its line in
 * the log, which comes last, says how many there are, so that none is missed.
 */
async function queriesOf(page: Page, path: string): Promise<string[]> {
  const answer = await page.goto(path)
  const id = answer?.headers()['x-request-id']
  if (!id) throw new Error(`${path} does not say its request`)
  const logged = async () =>
    (await readFile('test-results/server.log', 'utf8'))
      .split('\n')
      .filter((line) => line.includes(id))
  await expect
    .poll(async () => (await logged()).filter((line) => line.includes('"msg":"request"')))
    .toEqual([expect.stringContaining('"method":"GET"')])
  expect(answer.status(), path).toBe(200)
  const lines = await logged()
  const queries = lines.filter((line) => line.startsWith('{"query"'))
  expect(lines.join('\n')).toContain(`"queries":${queries.length},`)
  return queries.filter((line) => !/"(begin|commit|savepoint|set transaction)/i.test(line))
}

test('a page costs a fixed number of statements, with nothing, half a year and ten years in it', async ({
  browser,
}) => {
  test.slow()
  // Without JavaScript nothing is fetched ahead.
  const newcomer = await openPage(browser, { javaScriptEnabled: false })
  await becomeNewcomer(newcomer)
  const athlete = await openPage(browser, { javaScriptEnabled: false })
  await signIn(athlete, 'athlete@example.com', 'Password123!')
  const veteran = await openPage(browser, { javaScriptEnabled: false })
  await insertTenYears(await becomeNewcomer(veteran))
  for (const [path, most] of Object.entries(PAGES)) {
    const full = await queriesOf(athlete, path)
    const empty = await queriesOf(newcomer, path)
    const long = await queriesOf(veteran, path)
    expect(full.length, `${path}\n${full.join('\n')}`).toBeLessThanOrEqual(most)
    expect(full.length, `${path} says nothing`).toBeGreaterThan(0)
    expect(long.length - full.length, `${path} grows with the years`).toBe(0)
    // An empty page asks what a newcomer may do first instead.
    expect(empty.length, `${path}, empty`).toBeLessThanOrEqual(most + 3)
  }

  await athlete.goto('/history')
  // Which workout is the latest depends on the day: one of a routine without rules, and one with them.
  const linkOf = (path: string, name: RegExp) =>
    athlete.locator(`a[href^="${path}"]`, { hasText: name }).first().getAttribute('href')
  const session = await linkOf('/history/', /^Easy run/)
  const ruled = await linkOf('/history/', /^(Push|Pull) day/)
  await athlete.goto('/routines')
  const routine = await linkOf('/routines/0', /^Easy run/)
  for (const [path, most] of [
    // The comparison with the plan and the routine takes six statements more than a workout of a routine without a plan.
    [session, 15],
    // What its rules ask for next time takes seven more.
    [ruled, 22],
    [`${session}/edit`, 6],
    [routine, 5],
    [`${routine}/edit`, 5],
    ['/organizations/iron-harbor', 4],
    ['/organizations/iron-harbor/settings', 4],
  ] as const) {
    const queries = await queriesOf(athlete, path ?? '')
    expect(queries.length, `${path}\n${queries.join('\n')}`).toBeLessThanOrEqual(most)
  }
  await veteran.goto('/history')
  const unplanned = await veteran.locator('a[href^="/history/"]').first().getAttribute('href')
  const withoutPlan = await queriesOf(veteran, unplanned ?? '')
  // One of them looks for the last workout of the same routine.
  expect(withoutPlan.length, withoutPlan.join('\n')).toBeLessThanOrEqual(9)
  const log = await readFile('test-results/server.log', 'utf8')
  expect(log).toMatch(
    /"queries":[1-9].*"actorId":"[0-9a-f-]{36}","method":"GET","route":"\/history\/\[id\]","status":200,"ms":\d+/,
  )
  expect(log, 'says nothing of people').not.toMatch(/@example\.com"|token=/)
  await veteran.context().close()
  await newcomer.context().close()
  await athlete.context().close()
})

test('ten years of training read well', async ({ browser }) => {
  test.slow()
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ]) {
    const context = await browser.newContext({ baseURL: base(), viewport })
    const page = await context.newPage()
    await insertTenYears(await becomeNewcomer(page))
    for (const path of [
      '/dashboard',
      '/history',
      '/records',
      '/progress?period=all&muscle=chest',
    ]) {
      await page.goto(path)
      await expectAccessible(page)
    }
    await page.goto('/records')
    await page.getByRole('link', { name: 'All records' }).first().click()
    await expect(page).toHaveURL(/\/records\/[0-9a-f-]{36}$/)
    await page.getByRole('main').getByRole('heading', { level: 1 }).getByRole('link').click()
    await expect(page).toHaveURL(/\/exercises\//)
    await page.getByRole('link', { name: 'All time' }).click()
    await expect(page.getByRole('figure', { name: 'Estimated 1RM' })).toBeVisible()
    await expectAccessible(page)
    await context.close()
  }
})
