import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import PostalMime from 'postal-mime'
import { newId } from '@/lib/core/id'
import { type EmbeddedServer, startEmbeddedServer } from '@/lib/db/embedded-server'
import { openForm } from '@/tests/helpers/forms'
import { PASSWORD } from './people'
import { type ProductionServer, startProductionServer } from './production-server'

// One after the other, with the limits as they are.
test.describe.configure({ mode: 'default' })
const APP_URL = 'https://gym.example.com'
const SESSION = '__Secure-gym-tracker.session_token'

let home: string
let database: EmbeddedServer
let servers: readonly [ProductionServer, ProductionServer]
let one: string
let two: string

test.beforeAll(async () => {
  test.setTimeout(120_000)
  home = await mkdtemp(join(tmpdir(), 'gym-tracker-two-'))
  await chmod(home, 0o711)
  database = await startEmbeddedServer({ dataDir: join(home, 'postgres'), isDurable: false })
  const settings = {
    DATABASE_URL: database.url,
    APP_SECRET: 'k8Jw2nQz7LxV4bTy9RmC3sHd6GfP1aEu',
    APP_URL,
    DATA_DIR: home,
    RATE_LIMIT_FACTOR: '1',
    GOOGLE_CLIENT_ID: 'google-app',
    GOOGLE_CLIENT_SECRET: 'google-secret',
  }
  const start = (name: string) => startProductionServer(`test-results/${name}.log`, { settings })
  servers = [await start('first'), await start('second')]
  one = servers[0].baseUrl
  two = servers[1].baseUrl
})
test.afterAll(async () => {
  for (const server of servers ?? []) await server.stop()
  await database?.stop()
  await rm(home, { recursive: true, force: true })
})

/** The newest link mailed to an address, as a path. */
async function mailedPath(email: string): Promise<string> {
  const folder = join(home, 'outbox')
  for (const file of (await readdir(folder).catch(() => [])).sort().reverse()) {
    const mail = await PostalMime.parse(await readFile(join(folder, file)))
    if (mail.to?.[0]?.address !== email) continue
    const [link = ''] = /https:\S+/.exec(mail.text ?? '') ?? []
    const { origin, pathname, search } = new URL(link)
    expect(origin).toBe(APP_URL)
    return pathname + search
  }
  throw new Error(`No mail for ${email}`)
}

let people = 0
const newEmail = () => `two${people++}@example.com`

/** Somebody who registers on one server and confirms on the other; with the answer that signs in. */
async function register(): Promise<{ email: string; answer: Response }> {
  const email = newEmail()
  const typed = { name: 'Kim', email, password: PASSWORD, role: 'athlete', weightUnit: 'kg' }
  const registered = await (await openForm(`${one}/auth/register`, 'email')).send(typed)
  const [made = ''] = registered.headers.getSetCookie()
  expect(made).toMatch(/^__Host-gym-tracker\.registered=.*; Secure; HttpOnly; SameSite=lax$/i)
  await expect.poll(() => mailedPath(email).catch(() => null)).not.toBeNull()
  const confirm = await openForm(two + (await mailedPath(email)), 'token')
  return { email, answer: await confirm.send({}, { cookie: made.split(';')[0] ?? '' }) }
}

const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

const signIn = async (server: string, email: string, password = PASSWORD) =>
  (await openForm(`${server}/auth/login`, 'password')).send({ email, password })

const alertOf = (page: string): string => /role="alert"[^>]*>([^<]*)/.exec(page)?.[1] ?? ''

const profile = (server: string, cookie: string) =>
  fetch(`${server}/api/users/profile`, { headers: { cookie } })

test('cookies are what browsers protect best, and hold on every server', async () => {
  const { answer, email } = await register()
  const lines = answer.headers.getSetCookie()
  expect(lines.length).toBeGreaterThanOrEqual(2)
  for (const line of lines) {
    expect(line).toMatch(/; Secure/i)
    expect(line).toMatch(/; SameSite=Lax/i)
    expect(line).toMatch(/; Path=\//i)
    expect(line).not.toMatch(/; Domain=/i)
    if (!line.startsWith('gym-tracker.person=')) expect(line).toMatch(/; HttpOnly/i)
  }
  const session = lines.find((line) => line.startsWith(`${SESSION}=`))
  expect(session).toMatch(/; Max-Age=2592000/)
  for (const server of [one, two]) {
    const shown = await profile(server, cookieOf(answer))
    expect((await shown.json()).data).toMatchObject({ email })
  }
})

test('a session that is ended on one server is over on the other, open streams too', async () => {
  const { answer, email } = await register()
  const cookie = cookieOf(answer)
  const elsewhere = cookieOf(await signIn(two, email))
  const headers = { cookie: elsewhere, 'content-type': 'application/json' }
  const started = await fetch(`${two}/api/sessions`, { method: 'POST', headers, body: '{}' })
  const { id } = (await started.json()).data
  const stream = await fetch(`${two}/api/sessions/${id}/stream`, { headers })
  expect(stream.status).toBe(200)
  const ended = (async () => {
    for await (const _ of stream.body ?? []);
    return performance.now()
  })()

  const listed = await fetch(`${one}/api/users/sessions`, { headers: { cookie } })
  const sessions: { id: string; isCurrent: boolean }[] = (await listed.json()).data
  const other = sessions.find((session) => !session.isCurrent)
  const endedAt = performance.now()
  const end = await fetch(`${one}/api/users/sessions/${other?.id}`, {
    method: 'DELETE',
    headers: { cookie },
  })
  expect(end.status).toBe(200)
  expect((await profile(two, elsewhere)).status).toBe(401)
  // A heartbeat would notice after 20 s.
  expect((await ended) - endedAt).toBeLessThan(5000)
  expect((await profile(two, cookie)).status).toBe(200)
})

test('guesses count on both, say when to try again, and a reset lets the owner in', async () => {
  const { email } = await register()
  for (let tries = 0; tries < 10; tries += 1) {
    const answer = await signIn(tries % 2 ? one : two, email, 'not the right one')
    expect(alertOf(await answer.text())).toContain('Wrong email or password')
  }
  for (const server of [one, two])
    expect(alertOf(await (await signIn(server, email)).text())).toMatch(/again in 1\d minutes/)

  await (await openForm(`${one}/auth/forgot-password`, 'email')).send({ email })
  await expect.poll(() => mailedPath(email).catch(() => '')).toContain('reset-password')
  const reset = await openForm(two + (await mailedPath(email)), 'password')
  const password = 'another calm sentence 8'
  expect((await reset.send({ password })).status).toBe(303)
  // What guessing has closed opens with the answer or a moment later.
  let answer = await signIn(one, email, password)
  if (answer.status !== 303) {
    await sleep(1000)
    answer = await signIn(one, email, password)
  }
  expect(alertOf(await answer.clone().text())).toBe('')
  expect((await profile(two, cookieOf(answer))).status).toBe(200)
})

test('the API counts an account on both, and says when to try again', async () => {
  const { answer } = await register()
  const cookie = cookieOf(answer)
  const statuses: number[] = []
  let last: Response | undefined
  for (let count = 0; count < 110 && last?.status !== 429; count += 1) {
    last = await profile(count % 2 ? one : two, cookie)
    statuses.push(last.status)
  }
  expect(last?.status).toBe(429)
  expect(statuses.length).toBeLessThanOrEqual(101)
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(Number(last?.headers.get('retry-after'))).toBeLessThanOrEqual(60)
  const said: { error?: { code?: string } } | undefined = await last?.json()
  expect(said?.error?.code).toBe('rate_limited')
})

test('whoever registers with a provider goes on to where they were going', async () => {
  const next = '/auth/accept-invitation?id=1'
  for (const page of ['login', 'register']) {
    const query = new URLSearchParams({ next })
    const shown = await (await fetch(`${one}/auth/${page}?${query}`)).text()
    expect(shown).toContain('Continue with Google')
    expect(shown).toMatch(/name="provider" value="google"\/?><input [^>]*value="\/auth\/accept-inv/)
  }
})

test('a page that is looked at too often says in words when to try again', async () => {
  const look = async (server: string) =>
    (await fetch(`${server}/auth/accept-invitation?id=${newId()}`)).text()
  const looks = await Promise.all(
    Array.from({ length: 120 }, (_, index) => look(index % 2 ? one : two)),
  )
  for (const page of looks) expect(page).toContain('This invitation')
  for (const server of [one, two])
    expect(alertOf(await look(server))).toMatch(/again in [56]\d minutes/)
})
