import { createConnection } from 'node:net'
import { expect, test } from '@playwright/test'
import { becomeNewcomer } from './newcomer'
import { base, openPage } from './people'

test.use({ baseURL: process.env.BASE_URL })

const WANTED = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
  'permissions-policy': expect.stringContaining('camera=()'),
  'content-security-policy': expect.stringMatching(
    /^default-src 'none'; script-src 'self' 'nonce-[^']+'[^;]*;.* frame-ancestors 'none'$/,
  ),
}

/** One of each kind of answer: pages, redirects, files, the API, and everything that goes wrong. */
const ASKED: readonly (readonly [string, string, number, object?])[] = [
  ['GET', '/', 200],
  ['GET', '/auth/login', 200],
  ['GET', '/dashboard', 307],
  ['GET', '/offline', 200],
  ['GET', '/sw.js', 200],
  ['GET', '/icon.svg', 200],
  ['GET', '/manifest.webmanifest', 200],
  ['GET', '/nothing-here', 404],
  ['GET', '/%E0%A4%A', 404],
  ['GET', '/_next/static/nothing.js', 404],
  ['GET', '/api/health', 200],
  ['GET', '/api/openapi.json', 200],
  ['GET', '/api/exercises', 401],
  ['GET', '/api/nothing', 404],
  ['DELETE', '/api/health', 405],
  ['POST', '/api/routines', 401, { data: '{' }],

  ['PUT', '/auth/login', 200],
  [
    'POST',
    '/auth/login',
    500,
    { headers: { origin: 'https://evil.example' }, multipart: { a: 'b' } },
  ],
]

for (const [method, path, status, more] of ASKED) {
  test(`${method} ${path} carries the headers that browsers protect people by`, async ({
    request,
  }) => {
    const answer = await request.fetch(path, { method, maxRedirects: 0, ...more })
    expect(answer.headers()).toMatchObject(WANTED)
    expect(answer.headers()['x-powered-by']).toBeUndefined()
    expect(answer.status()).toBe(status)
  })
}

test('what is private is kept by nobody on the way', async ({ browser }) => {
  const page = await openPage(browser)
  await becomeNewcomer(page)
  for (const path of ['/dashboard', '/settings/profile', '/api/users/profile', '/auth/login']) {
    const headers = (await page.request.get(path)).headers()
    expect.soft(headers['cache-control'], path).toContain('no-store')
  }
  await page.context().close()
})

test('a nonce is of one answer alone, and every script inside the page has it', async ({
  request,
}) => {
  const seen = new Set<string>()
  for (let count = 0; count < 5; count += 1) {
    const answer = await request.get('/auth/login')
    const [, nonce = ''] =
      /'nonce-([^']+)'/.exec(answer.headers()['content-security-policy'] ?? '') ?? []
    seen.add(nonce)
    const scripts = [...(await answer.text()).matchAll(/<script\b([^>]*)>/g)]
    expect(scripts.length).toBeGreaterThan(3)
    for (const [tag, attributes = ''] of scripts)
      expect(attributes, tag).toContain(`nonce="${nonce}"`)
  }
  expect(seen.size).toBe(5)
})

test('a script that somebody got into a page does not run', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: base() })
  const page = await context.newPage()
  await page.goto('/auth/login')
  const stopped = await page.evaluate(async () => {
    const seen: string[] = []
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.push(event.violatedDirective),
    )
    const script = document.createElement('script')
    script.textContent = 'window.broken = true'
    document.body.append(script)
    const image = document.createElement('div')
    image.innerHTML = '<img src="data:," onerror="window.broken = true">'
    document.body.append(image)
    document.body.append(
      Object.assign(document.createElement('script'), { src: 'https://evil.example/x.js' }),
      Object.assign(document.createElement('iframe'), { src: 'https://evil.example/' }),
      Object.assign(document.createElement('base'), { href: 'https://evil.example/' }),
    )
    await fetch('https://evil.example/').catch(() => null)
    await new Promise((done) => setTimeout(done, 500))
    return { seen, isBroken: 'broken' in window }
  })
  expect(stopped.isBroken).toBe(false)
  expect(stopped.seen).toEqual(
    expect.arrayContaining([
      ...['script-src-elem', 'script-src-attr', 'frame-src', 'base-uri', 'connect-src'],
    ]),
  )
  await context.close()
})

test('what is no HTTP is hung up on, and the server goes on', async ({ request }) => {
  const { hostname, port } = new URL(base())
  const said = await new Promise<string>((resolve) => {
    const socket = createConnection({ host: hostname, port: Number(port) }, () =>
      socket.write('GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n'),
    )
    socket.on('data', (data) => resolve(String(data)))
    socket.on('close', () => resolve(''))
  })
  expect(said).toMatch(/^HTTP\/1\.1 400/)
  expect((await request.get('/api/health')).status()).toBe(200)
})
