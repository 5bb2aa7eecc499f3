import { type Browser, expect, test } from '@playwright/test'
import { newId } from '@/lib/core/id'
import { addressOf, haveEverything, type Owner, PAGES } from './everything'
import { becomeNewcomer } from './newcomer'
import { openPage } from './people'
import { serverDatabase } from './server-database'

/** In everything that the victim named. */
const CANARY = 'canary-c4a1'

async function createVictim(browser: Browser): Promise<Owner> {
  const page = await openPage(browser, { javaScriptEnabled: false })
  await becomeNewcomer(page)
  return haveEverything(page, CANARY)
}

test('no page shows or says anything of somebody else', async ({ browser, playwright }) => {
  test.slow()
  const victim = await createVictim(browser)
  const page = await openPage(browser, { javaScriptEnabled: false })
  await becomeNewcomer(page)
  const stranger = page.request
  const nobody = await playwright.request.newContext({ baseURL: process.env.BASE_URL ?? '' })
  expect(PAGES.length).toBeGreaterThan(40)
  let shownToVictim = 0
  for (const pattern of PAGES.filter((each) => each !== '/dev/outbox')) {
    const path = addressOf(pattern, victim)
    const isTheirs = pattern.includes('[')
    for (const [who, api] of Object.entries({ stranger, nobody })) {
      const answer = await api.get(path, { maxRedirects: 0 })
      expect.soft(answer.status(), `${path} for ${who}`).toBeLessThan(500)
      if (isTheirs)
        expect.soft(answer.status(), `${path} for ${who}`).toBe(who === 'nobody' ? 307 : 404)
      expect.soft(await answer.text(), `${path} for ${who}`).not.toContain(CANARY)
    }
    const own = await (await victim.api.get(path)).text()
    if (own.includes(CANARY)) shownToVictim += 1
  }
  // Else its absence elsewhere would mean nothing.
  expect(shownToVictim).toBeGreaterThan(12)
  await Promise.all([victim.close(), page.context().close(), nobody.dispose()])
})

const PAGES_OF_GYMS = PAGES.filter((page) => page.startsWith('/organizations/['))

for (const role of ['admin', 'trainer', 'member'] as const) {
  test(`a page of a gym is not there for whose role forbids it: ${role}`, async ({ browser }) => {
    const victim = await createVictim(browser)
    const page = await openPage(browser, { javaScriptEnabled: false })
    const email = await becomeNewcomer(page)
    const { '/organizations': slug = '' } = victim.ids
    await serverDatabase()`insert into members (id, organization_id, user_id, role)
      select ${newId()}, organizations.id, users.id, ${role} from organizations, users
      where slug = ${slug} and email = ${email}`
    const forbidden = new Set(['/trail', ...(role === 'member' ? ['/routines'] : [])])
    expect(PAGES_OF_GYMS.length).toBeGreaterThan(3)
    for (const pattern of PAGES_OF_GYMS) {
      const answer = await page.request.get(addressOf(pattern, victim), { maxRedirects: 0 })
      const isForbidden = forbidden.has(pattern.replace('/organizations/[slug]', ''))
      expect.soft(answer.status(), pattern).toBe(isForbidden ? 404 : 200)
    }
    await Promise.all([victim.close(), page.context().close()])
  })
}

test('no page breaks on an address that somebody made up', async ({ browser }) => {
  test.slow()
  const page = await openPage(browser, { javaScriptEnabled: false })
  await becomeNewcomer(page)
  const names = ['q', 'view', 'before', 'page', 'period', 'id', 'token', 'next', 'tab', 'reason']
  const junk = ['%00', '%ED%A0%80', '1e308', '__proto__', 'a'.repeat(3000), '%27%22%3E%3Cscript%3E']
  const queries = [
    names.map((name) => `${name}=a&${name}=b`).join('&'),
    names.map((name) => `${name}[]=a&${name}[x]=b`).join('&'),
    '__proto__=1&constructor=2&__proto__[x]=3',
    ...junk.map((value) => names.map((name) => `${name}=${value}`).join('&')),
  ]
  for (const pattern of PAGES) {
    const path = pattern.replace(/\[\w+\]/, '%27%3B--')
    for (const query of queries) {
      const answer = await page.request.get(`${path}?${query}`, { maxRedirects: 0 })
      expect.soft(answer.status(), `${path}?${query.slice(0, 60)}`).toBeLessThan(500)
    }
  }
  await page.context().close()
})

test('looking at every page changes nothing of one’s own', async ({ browser }) => {
  test.slow()
  const victim = await createVictim(browser)
  const everything = async () => {
    const answer = await victim.api.get('/api/export')
    const { data } = await answer.json()
    return JSON.stringify({ ...data, exportedAt: null, auditLog: null })
  }
  const before = await everything()
  for (const pattern of PAGES) await victim.api.get(addressOf(pattern, victim))
  expect(await everything()).toBe(before)
  await victim.close()
})
