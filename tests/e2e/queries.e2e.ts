import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, type Page, test } from '@playwright/test'
import { openPage, register, signIn } from './people'

/** The most statements each page may cost, the look-up of the session included. */
const PAGES: Record<string, number> = {
  '/dashboard': 6,
  '/workout': 4,
  '/routines': 3,
  '/routines?tab=templates': 3,
  '/schedule': 4,
  '/history': 3,
  '/exercises': 4,
  '/exercises?q=bench': 4,
  '/progress/body': 6,
  '/settings/profile': 3,
  '/settings/api-keys': 2,
  '/more': 2,
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

test('a page costs a fixed number of statements, with nothing and with half a year in it', async ({
  browser,
}) => {
  // Without JavaScript nothing is fetched ahead.
  const newcomer = await openPage(browser, { javaScriptEnabled: false })
  await register(newcomer)
  const athlete = await openPage(browser, { javaScriptEnabled: false })
  await signIn(athlete, 'athlete@example.com', 'Password123!')
  for (const [path, most] of Object.entries(PAGES)) {
    const full = await queriesOf(athlete, path)
    const empty = await queriesOf(newcomer, path)
    expect(full.length, `${path}\n${full.join('\n')}`).toBeLessThanOrEqual(most)
    expect(full.length, `${path} says nothing`).toBeGreaterThan(0)
    expect(full.length - empty.length, `${path} grows with what is in it`).toBe(0)
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
  ] as const) {
    const queries = await queriesOf(athlete, path ?? '')
    expect(queries.length, `${path}\n${queries.join('\n')}`).toBeLessThanOrEqual(most)
  }
  const log = await readFile('test-results/server.log', 'utf8')
  expect(log).toMatch(
    /"queries":[1-9].*"actorId":"[0-9a-f-]{36}","method":"GET","route":"\/history\/\[id\]","status":200,"ms":\d+/,
  )
  expect(log, 'says nothing of people').not.toMatch(/@example\.com"|token=/)
  await newcomer.context().close()
  await athlete.context().close()
})
