import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, type Page, test } from '@playwright/test'
import { eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { startEmbeddedServer } from '@/lib/db/embedded-server'
import { users } from '@/lib/db/schema/identity'
import { fillTotals, insertHistory } from '@/tests/helpers/long-history'
import { base, expectAccessible, openPage, register, signIn } from './people'

// One after the other, since they count what the whole server does.
test.describe.configure({ mode: 'default' })

/** The most statements each page may cost, the look-up of the session included. */
const PAGES: Record<string, number> = {
  '/dashboard': 10,
  '/workout': 4,
  '/routines': 3,
  '/routines?tab=templates': 3,
  '/schedule': 4,
  '/history': 5,
  '/history?q=knee&status=any': 5,
  '/records': 4,
  '/progress': 7,
  '/progress?period=all&muscle=chest': 6,
  '/progress/body': 6,
  '/exercises': 4,
  '/exercises?q=bench': 4,
  '/settings/profile': 3,
  '/settings/account': 3,
  '/settings/security': 8,
  '/settings/gear': 2,
  '/settings/api-keys': 2,
  '/settings/access': 2,
  '/settings/access?view=training': 2,
  '/organizations': 4,
  '/more': 2,
}

const TEN_YEARS_OF_SESSIONS = 1800

async function insertTenYears(email: string): Promise<void> {
  const server = await startEmbeddedServer({
    dataDir: join(process.env.E2E_DATA_DIR ?? '', 'demo', 'postgres'),
    isDurable: false,
  })
  const client = postgres(server.url, { max: 1, onnotice: () => {} })
  const db = drizzle(client)
  try {
    const [user] = await db.select({ id: users.id }).from(users).where(eq(users.email, email))
    if (!user) throw new Error(`Nobody is called ${email}`)
    await insertHistory(db, { userId: user.id, sessions: TEN_YEARS_OF_SESSIONS })
    await fillTotals(db)
    await db.execute(sql`analyze`)
  } finally {
    await client.end()
    await server.stop()
  }
}

/** What the server has asked the database so far, but for the frames of transactions. */
async function queriesSoFar(): Promise<string[]> {
  await sleep(150)
  const lines = (await readFile('test-results/server.log', 'utf8')).split('\n')
  return lines.filter(
    (line) =>
      line.startsWith('{"query"') && !/"(begin|commit|savepoint|set transaction)/i.test(line),
  )
}

async function queriesOf(page: Page, path: string): Promise<string[]> {
  const before = (await queriesSoFar()).length
  await page.goto(path)
  return (await queriesSoFar()).slice(before)
}

test('a page costs a fixed number of statements, with nothing, half a year and ten years in it', async ({
  browser,
}) => {
  // Without JavaScript nothing is fetched ahead.
  const newcomer = await openPage(browser, { javaScriptEnabled: false })
  await register(newcomer)
  const athlete = await openPage(browser, { javaScriptEnabled: false })
  await signIn(athlete, 'athlete@example.com', 'Password123!')
  const veteran = await openPage(browser, { javaScriptEnabled: false })
  await insertTenYears(await register(veteran))
  for (const [path, most] of Object.entries(PAGES)) {
    const full = await queriesOf(athlete, path)
    const empty = await queriesOf(newcomer, path)
    const long = await queriesOf(veteran, path)
    expect(full.length, `${path}\n${full.join('\n')}`).toBeLessThanOrEqual(most)
    expect(full.length, `${path} says nothing`).toBeGreaterThan(0)
    expect(full.length - empty.length, `${path} grows with what is in it`).toBe(0)
    expect(long.length - empty.length, `${path} grows with the years`).toBe(0)
  }

  await athlete.goto('/history')
  const session = await athlete.locator('a[href^="/history/"]').first().getAttribute('href')
  await athlete.goto('/routines')
  const routine = await athlete.locator('a[href^="/routines/0"]').first().getAttribute('href')
  for (const [path, most] of [
    [session, 9],
    [`${session}/edit`, 7],
    [routine, 5],
    [`${routine}/edit`, 5],
    ['/organizations/iron-harbor', 4],
    ['/organizations/iron-harbor/settings', 4],
  ] as const) {
    const queries = await queriesOf(athlete, path ?? '')
    expect(queries.length, `${path}\n${queries.join('\n')}`).toBeLessThanOrEqual(most)
  }
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
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ]) {
    const context = await browser.newContext({ baseURL: base(), viewport })
    const page = await context.newPage()
    await insertTenYears(await register(page))
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
