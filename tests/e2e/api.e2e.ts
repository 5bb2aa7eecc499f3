import { type APIResponse, expect, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { base, expectAccessible, newEmail, openPage } from './people'

test.use({ baseURL: process.env.BASE_URL })

const codeOf = async (response: APIResponse) => [
  response.status(),
  (await response.json()).error?.code,
]

test('the session of the browser works over REST, but for what another site sends', async ({
  browser,
}) => {
  const page = await openPage(browser)
  const email = await becomeNewcomer(page)
  const api = page.request
  expect((await (await api.get('/api/users/profile')).json()).data).toMatchObject({ email })

  const headers = { 'idempotency-key': newEmail() }
  const create = () => api.post('/api/routines', { data: { name: 'By hand' }, headers })
  const [first, again] = [await create(), await create()]
  expect([first.status(), again.status()]).toEqual([201, 201])
  const { id } = (await first.json()).data
  expect((await again.json()).data.id).toBe(id)
  await page.goto(`/routines/${id}`)
  await expect(page.getByRole('heading', { name: 'By hand' })).toBeVisible()

  for (const origin of ['https://evil.example', 'null']) {
    const foreign = await api.delete(`/api/routines/${id}`, { headers: { origin } })
    expect(await codeOf(foreign)).toEqual([403, 'forbidden'])
  }
  expect((await api.delete(`/api/routines/${id}`, { headers: { origin: base() } })).status()).toBe(
    200,
  )
  expect(await codeOf(await api.get(`/api/routines/${id}`))).toEqual([404, 'not_found'])
  await page.context().close()
})

test('a workout is trained over REST and seen on the screens', async ({ browser }) => {
  const page = await openPage(browser)
  await becomeNewcomer(page)
  const api = page.request
  const found = await (await api.get('/api/exercises?search=bench%20press&limit=1')).json()
  const sets = [
    { id: crypto.randomUUID(), reps: 5, weight: 100, weightUnit: 'kg', isCompleted: true },
  ]
  const exercises = [{ id: crypto.randomUUID(), exerciseId: found.data[0].id, sets }]
  const started = await api.post('/api/sessions', {
    data: { name: 'From a watch', session: { exercises } },
  })
  expect(started.status()).toBe(201)
  const { id } = (await started.json()).data
  expect((await api.post(`/api/sessions/${id}/complete`)).status()).toBe(200)
  await page.goto(`/history/${id}`)
  await expect(page.getByRole('heading', { name: 'From a watch' })).toBeVisible()
  await expect(page.getByText(found.data[0].name).first()).toBeVisible()
  await page.context().close()
})

test('what is no proper request is told so in the envelope', async ({ browser, request }) => {
  expect(await codeOf(await request.get('/api/routines'))).toEqual([401, 'unauthorized'])
  expect(await codeOf(await request.get('/api/nothing/here'))).toEqual([404, 'not_found'])
  const wrong = { headers: { authorization: 'Bearer gym_wrong' } }
  expect(await codeOf(await request.get('/api/routines', wrong))).toEqual([401, 'unauthorized'])

  const page = await openPage(browser)
  await becomeNewcomer(page)
  const post = (data: string, type = 'application/json') =>
    page.request.post('/api/routines', { data, headers: { 'content-type': type } })
  expect(await codeOf(await post('{"name":'))).toEqual([400, 'validation'])
  expect(await codeOf(await post('{"name":"Push"}', 'text/plain'))).toEqual([400, 'validation'])
  const large = JSON.stringify({ name: 'x'.repeat(1_100_000) })
  expect(await codeOf(await post(large))).toEqual([413, 'too_large'])
  await page.context().close()
})

test('the document is there for tools, without signing in', async ({ request }) => {
  const document = await (await request.get('/api/openapi.json')).json()
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths)).toContain('/api/sessions/{id}/sets/{setId}')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('the reference reads well and asks nobody else for anything', async ({ page }) => {
      const elsewhere: string[] = []
      page.on('request', (sent) => {
        if (!sent.url().startsWith(base())) elsewhere.push(sent.url())
      })
      await page.goto('/api/docs')
      await expect(page.getByRole('heading', { name: '/api/sessions/{id}/complete' })).toBeVisible()
      await expectAccessible(page)
      expect(elsewhere).toEqual([])
    })
  })
}

test('the reference works without JavaScript, and its contents lead somewhere', async ({
  browser,
}) => {
  const page = await openPage(browser, { javaScriptEnabled: false })
  await page.goto('/api/docs')
  const links = page.getByRole('main').locator('a[href^="#"]')
  const targets = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  for (const target of new Set(targets)) await expect(page.locator(target ?? '')).toHaveCount(1)
  await page.context().close()
})
