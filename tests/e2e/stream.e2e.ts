import { expect, type Page, test } from '@playwright/test'
import { startWorkout } from '@/tests/bench/loaded-javascript'
import { becomeNewcomer } from './newcomer'
import { openPage, signIn } from './people'
import { startProductionServer } from './production-server'

/** Looked at often: the usual steps would look last well before the time is over. */
const AT_ONCE = { timeout: 2000, intervals: [100] }

/** Follows a workout in a page of the app, as another device of the same person would. */
async function follow(page: Page, workout: string) {
  const id = workout.split('/').at(-1)
  await page.goto('/more')
  await page.evaluate((address) => {
    const told: number[] = []
    Object.assign(window, { told })
    new EventSource(address).addEventListener('revision', ({ data }) => {
      told.push(JSON.parse(data).revision)
    })
  }, `/api/sessions/${id}/stream`)
  return () => page.evaluate((): number[] => Reflect.get(window, 'told'))
}

test('a change on one device is told to the other', async ({ browser }) => {
  const phone = await openPage(browser)
  await becomeNewcomer(phone)
  const workout = await startWorkout(phone)
  const laptop = await phone.context().newPage()
  const told = await follow(laptop, workout)
  await expect.poll(async () => (await told()).length).toBe(1)
  const [before = 0] = await told()
  const address = `/api/sessions/${workout.split('/').at(-1)}`
  expect((await phone.request.patch(address, { data: { notes: 'Felt light' } })).ok()).toBe(true)
  await expect.poll(async () => Math.max(...(await told())), AT_ONCE).toBeGreaterThan(before)
  await phone.request.delete(address)
  await expect.poll(async () => (await told()).at(-1), AT_ONCE).toBe(0)
  await phone.context().close()
})

test('streams that were left make room for others', async ({ browser }) => {
  const page = await openPage(browser)
  await becomeNewcomer(page)
  const workout = await startWorkout(page)
  const address = new URL(`/api/sessions/${workout.split('/').at(-1)}/stream`, page.url()).href
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const open = async () => {
    const leaving = new AbortController()
    const { status } = await fetch(address, { headers: { cookie }, signal: leaving.signal })
    return { status, leave: () => leaving.abort() }
  }
  const streams = await Promise.all(Array.from({ length: 20 }, open))
  expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200))
  expect((await open()).status).toBe(429)
  for (const { leave } of streams) leave()
  await expect
    .poll(async () => {
      const { status, leave } = await open()
      leave()
      return status
    })
    .toBe(200)
  await page.context().close()
})

test('an open stream ends in order when the server stops', async ({ browser }, { project }) => {
  const server = await startProductionServer(`test-results/stopping-${project.name}.log`)
  const page = await (await browser.newContext({ baseURL: server.baseUrl })).newPage()
  try {
    await signIn(page, 'athlete@example.com', 'Password123!')
    const workout = await startWorkout(page)
    const cookies = await page.context().cookies()
    const { body, status } = await fetch(
      `${server.baseUrl}/api/sessions/${workout.split('/').at(-1)}/stream`,
      { headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') } },
    )
    expect(status).toBe(200)
    const reader = body?.getReader()
    await reader?.read()
    await page.context().close()
    // A server that has to be killed would break the stream off instead.
    const [last] = await Promise.all([reader?.read(), server.stop()])
    expect(last).toEqual({ done: true, value: undefined })
  } finally {
    await server.stop()
  }
})
