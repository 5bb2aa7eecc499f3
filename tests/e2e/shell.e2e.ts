import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { PERSON_COOKIE } from '@/lib/auth/person-cookie'
import { newId } from '@/lib/core/id'
import { readBudget } from '@/tests/bench/budget'
import { loadedJavaScript, startWorkout, sumKb } from '@/tests/bench/loaded-javascript'
import { becomeNewcomer } from './newcomer'
import { base, expectAccessible, fillSignIn, openPage, signIn, signOut } from './people'
import { keptByWorker, shell } from './phone'
import { startSlowProxy } from './slow-proxy'

const offline = (page: Page) => page.getByRole('heading', { name: "You're offline" })
const signedOut = (page: Page) => page.getByRole('heading', { name: "Sign in when you're online" })

async function personOf(context: BrowserContext): Promise<string | undefined> {
  const cookies = await context.cookies(base())
  return cookies.find(({ name }) => name === PERSON_COOKIE)?.value
}

/** Everything the browser keeps for the app, as text. */
const everythingCached = (page: Page) =>
  page.evaluate(async () => {
    const kept: string[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        kept.push(request.url, (await (await cache.match(request))?.text()) ?? '')
      }
    }
    return kept
  })

for (const colorScheme of ['light', 'dark'] as const) {
  test(`without a network a page without user data stands in, ${colorScheme}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: base(), colorScheme })
    const page = await context.newPage()
    const email = await becomeNewcomer(page)
    const workout = await startWorkout(page)
    await page.goto(workout)
    await keptByWorker(page)
    await context.setOffline(true)
    for (const path of [
      workout,
      `${workout}/add`,
      `/workout/${newId()}`,
      '/dashboard',
      '/history',
    ]) {
      await page.goto(path)
      await expect(shell(page)).toBeAttached()
      expect(new URL(page.url()).pathname).toBe(path)
    }
    await expect(offline(page)).toBeVisible()
    await expectAccessible(page)
    const kept = await everythingCached(page)
    // Whatever a kept file asks for, at once or later, is kept too.
    const named = [...kept.join().matchAll(/static\/chunks\/[\w.~-]+\.(?:js|css)/g)]
    const missing = named.filter(([file]) => !kept.some((url) => url.endsWith(`/_next/${file}`)))
    expect(named.length).toBeGreaterThan(5)
    expect(missing.map(([file]) => file)).toEqual([])
    const person = (await personOf(context)) ?? ''
    expect(person).toMatch(/^[0-9a-f-]{36}$/)
    for (const secret of [email, 'Robin Newcomer', person, workout.slice(-36)])
      expect(kept.filter((text) => text.includes(secret))).toEqual([])
    await context.close()
  })
}

test('the shell looks as the person chose, and the way on works without a network', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: base(), colorScheme: 'light' })
  const page = await context.newPage()
  await becomeNewcomer(page)
  await page.goto('/more')
  await page.getByRole('main').getByRole('button', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await keptByWorker(page)
  await context.setOffline(true)
  await page.goto('/more')
  await expect(offline(page)).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('link', { name: 'History' }).first().click()
  await expect(page).toHaveURL(/\/history$/)
  await expect(offline(page)).toBeVisible()
  await context.close()
})

test('a workout does not wait for a slow or broken server, and returns when it is well', async ({
  browser,
}) => {
  const proxy = await startSlowProxy(base())
  const page = await openPage(browser)
  await becomeNewcomer(page)
  const workout = await startWorkout(page)
  await page.goto(proxy.url + workout)
  await keptByWorker(page)

  for (const way of ['silence', 'failure'] as const) {
    proxy.route((path) => (path.startsWith('/workout/') ? way : 'through'))
    await page.goto(proxy.url + workout)
    await expect(shell(page)).toBeAttached()
    expect(page.url()).toBe(proxy.url + workout)
  }
  // What fails elsewhere says so itself.
  proxy.route((path) => (path === '/more' ? 'failure' : 'through'))
  await page.goto(`${proxy.url}/more`)
  await expect(page.getByText('Out of order')).toBeVisible()

  proxy.route((path) => (path.startsWith('/workout/') ? 'failure' : 'through'))
  await page.goto(proxy.url + workout)
  await expect(shell(page)).toBeAttached()
  const sayOnline = () => page.evaluate(() => void window.dispatchEvent(new Event('online')))
  // A server that says it is well is not enough, nor may a page go away under somebody's hands.
  const askedInVain = page.waitForResponse(
    (answer) => answer.request().method() === 'HEAD' && answer.status() === 503,
  )
  await sayOnline()
  await askedInVain
  proxy.route(() => 'through')
  const field = page.getByRole('textbox').first()
  await field.focus()
  await sayOnline()
  await page.waitForTimeout(500)
  await expect(shell(page)).toBeAttached()
  await field.blur()
  await expect(async () => {
    await sayOnline()
    await expect(shell(page)).not.toBeAttached({ timeout: 3000 })
  }).toPass()
  await expect(page.getByRole('link', { name: 'Finish' }).first()).toBeVisible()
  await page.context().close()
  proxy.stop()
})

test('a new version waits until no older page is open, and the one before it stays', async ({
  browser,
}) => {
  const proxy = await startSlowProxy(base())
  const context = await browser.newContext({ baseURL: proxy.url })
  const deploy = (version: string) =>
    proxy.route((path) =>
      path === '/sw.js'
        ? (text) => text.replace(/VERSION = '.*'/, `VERSION = '${version}'`)
        : 'through',
    )
  deploy('one')
  let page = await context.newPage()
  await becomeNewcomer(page)
  await page.goto(`${proxy.url}/more`)
  await keptByWorker(page)
  // The first page was there before the worker was.
  await page.reload()
  for (const version of ['two', 'three']) {
    deploy(version)
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      await registration.update()
    })
    const isWaiting = () =>
      page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting))
    await expect.poll(isWaiting).toBe(true)
    // The page that is open is still served by its own version.
    await context.setOffline(true)
    await page.goto(`${proxy.url}/more`)
    await expect(offline(page)).toBeVisible()
    await context.setOffline(false)
    // A page that is closed lingers for a moment; whoever opens the app after it has the new version.
    await expect(async () => {
      await page.close()
      page = await context.newPage()
      await page.goto(`${proxy.url}/more`)
      await keptByWorker(page)
      await expect.poll(isWaiting, { timeout: 2000 }).toBe(false)
    }).toPass()
  }
  const names = () => page.evaluate(() => caches.keys())
  await expect.poll(names).toEqual(['gym-tracker-two', 'gym-tracker-three'])
  await context.close()
  proxy.stop()
})

test('a redirect passes: signed out, a workout leads to signing in', async ({ browser }) => {
  const page = await openPage(browser)
  await becomeNewcomer(page)
  await keptByWorker(page)
  await signOut(page)
  await page.goto(`/workout/${newId()}`)
  await expect(page).toHaveURL(/\/auth\/login\?next=%2Fworkout/)
  await page.context().close()
})

test('signed out without JavaScript, the phone shows nothing of the person without a network', async ({
  browser,
}) => {
  const page = await openPage(browser)
  const context = page.context()
  const email = await becomeNewcomer(page)
  await keptByWorker(page)
  const first = await personOf(context)
  expect(first).toBeTruthy()

  const devTools = await context.newCDPSession(page)
  await devTools.send('Emulation.setScriptExecutionDisabled', { value: true })
  await signOut(page)
  expect(await personOf(context)).toBeUndefined()
  await devTools.send('Emulation.setScriptExecutionDisabled', { value: false })

  await context.setOffline(true)
  for (const path of [`/workout/${newId()}`, '/dashboard']) {
    await page.goto(path)
    await expect(signedOut(page)).toBeVisible()
  }
  await context.setOffline(false)
  await signIn(page, email)
  expect(await personOf(context)).toBe(first)
  await context.close()
})

test('whoever signs in next is whose phone it is, with and without JavaScript', async ({
  browser,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await openPage(browser, { javaScriptEnabled })
    const first = await becomeNewcomer(page)
    const firstId = await personOf(page.context())
    await signOut(page)
    expect(await personOf(page.context())).toBeUndefined()
    const other = await page.context().newPage()
    await other.goto('/auth/login')
    await becomeNewcomer(page)
    expect(await personOf(page.context())).not.toBe(firstId)
    // In place of the one who is still signed in.
    await fillSignIn(other, first)
    await expect(other).toHaveURL(/\/dashboard/)
    expect(await personOf(page.context())).toBe(firstId)
    await page.context().close()
  }
})

test('a phone can install it', async ({ browser }) => {
  const page = await openPage(browser)
  await page.goto('/auth/login')
  const link = await page.locator('link[rel=manifest]').getAttribute('href')
  const manifest = await (await page.request.get(link ?? '')).json()
  expect(manifest).toMatchObject({ start_url: '/dashboard', display: 'standalone', scope: '/' })
  for (const { src, sizes, type } of manifest.icons) {
    const icon = await page.request.get(src)
    expect(icon.headers()['content-type']).toBe(type)
    if (type !== 'image/png') continue
    // Width and height stand in the first chunk of a PNG.
    const bytes = await icon.body()
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes)
  }
  await page.context().close()
})

test('the JavaScript of a workout is within its budget, and its written figure is true', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: base(), serviceWorkers: 'block' })
  const page = await context.newPage()
  await becomeNewcomer(page)
  const loaded = sumKb(await loadedJavaScript(await context.newPage(), await startWorkout(page)))
  const { measuredKb, budgetKb } = await readBudget()
  expect(loaded).toBeLessThanOrEqual(budgetKb)
  expect(Math.abs(loaded - measuredKb)).toBeLessThanOrEqual(1)
  await context.close()
})
