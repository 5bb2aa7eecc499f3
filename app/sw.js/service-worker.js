/**
 * Keeps a page without user data, the shell, on the phone, and the files of the build it is made of.
 * Pages and answers of the API are never kept: what a person logged lies in IndexedDB alone.
 * docs/adr/0016-offline-shell.md says why.
 */

const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))

const SHELL = '/offline'
const FILES = '/_next/static/'
const CACHES = 'gym-tracker-'
/** VERSION is another one in each build; see route.ts. */
const CACHE = CACHES + VERSION
/** How long somebody between two sets waits for a page, in milliseconds. */
const PATIENCE_MS = 2500
const WORKOUT = /^\/workout\/[0-9a-f-]{36}(\/|$)/

scope.addEventListener('install', (event) => event.waitUntil(install()))
scope.addEventListener('activate', (event) => event.waitUntil(takeOver()))
scope.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== scope.location.origin) return
  if (pathname.startsWith(FILES)) event.respondWith(findFile(event))
  else if (mode !== 'navigate' || pathname.startsWith('/api/')) return
  else if (WORKOUT.test(pathname)) event.respondWith(openWorkout(event.request))
  else event.respondWith(openPage(event.request))
})

/** A version that is not there as a whole is not there. It takes over once no older page is open. */
async function install() {
  try {
    const cache = await caches.open(CACHE)
    const page = await load(SHELL)
    const files = new Set(await listNamed(page))
    // What a file names joins the files on the way. One after another, behind what the page itself loads.
    for (const file of files) {
      const answer = await load(file)
      for (const named of await listNamed(answer)) files.add(named)
      await cache.put(file, answer)
    }
    await cache.put(SHELL, page)
  } catch (error) {
    await caches.delete(CACHE)
    throw error
  }
}

/**
 * Without cookies, so that nobody's name can be in what everybody who uses this phone may see.
 * @param {string} path
 */
async function load(path) {
  const answer = await fetch(path, { credentials: 'omit', cache: 'no-cache' })
  if (!answer.ok || answer.redirected) throw new Error(`${path} answers ${answer.status}`)
  return answer
}

/**
 * The files of the build that a page, a script or a style sheet asks for, at once or later.
 * @param {Response} answer
 */
async function listNamed(answer) {
  const type = answer.headers.get('content-type') ?? ''
  if (!/html|javascript|css/.test(type)) return []
  const text = await answer.clone().text()
  const chunks = [...text.matchAll(/static\/chunks\/[\w.~-]+\.(?:js|css)/g)].map(
    ([name]) => `/_next/${name}`,
  )
  if (!type.includes('css')) return chunks
  const used = [...text.matchAll(/url\(\s*["']?([^"')]+)/g)]
  return (
    used
      .map(([, address = '']) => new URL(address, answer.url))
      .filter(
        ({ origin, pathname }) => origin === scope.location.origin && pathname.startsWith(FILES),
      )
      .map(({ pathname }) => pathname)
      // The older of two formats of a font is for browsers without workers.
      .filter((pathname) => !pathname.endsWith('.woff'))
  )
}

/** The page that brought the first version has parts that it loads later, maybe without a network. */
async function takeOver() {
  await scope.clients.claim()
  await dropOldVersions()
}

/** The version before stays, for a page of it that is still open somewhere. */
async function dropOldVersions() {
  const versions = (await caches.keys()).filter((name) => name.startsWith(CACHES) && name !== CACHE)
  await Promise.all(versions.slice(0, -1).map((name) => caches.delete(name)))
}

/**
 * A file of the build never changes under its name.
 * @param {FetchEvent} event
 */
async function findFile(event) {
  const kept = await caches.match(event.request, { ignoreVary: true })
  if (kept) return kept
  const answer = await fetch(event.request)
  if (answer.ok) event.waitUntil(keep(event.request, answer.clone()))
  return answer
}

/**
 * A phone without room for it loads it again next time.
 * @param {Request} request
 * @param {Response} answer
 */
async function keep(request, answer) {
  const cache = await caches.open(CACHE)
  await cache.put(request, answer).catch(() => {})
}

/**
 * A workout waits for nobody: what is late is given up, since the browser would keep the next try at
 * the same address waiting behind it, and so is what says that the server is not well.
 * @param {Request} request
 */
async function openWorkout({ url, headers }) {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS)
  // By its address: a request that leads to a page cannot be given a signal in every browser.
  const asked = { headers, redirect: /** @type {const} */ ('manual'), signal: patience.signal }
  const answer = await fetch(url, asked).catch(() => null)
  clearTimeout(timer)
  if (answer && answer.status < 500) return answer
  return (await findShell()) ?? answer ?? Response.error()
}

/** @param {Request} request */
async function openPage(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const shell = await findShell()
    if (shell) return shell
    throw error
  }
}

/** The address asked for stays in the bar, which tells the shell what to show. */
async function findShell() {
  return (await caches.open(CACHE)).match(SHELL, { ignoreVary: true })
}
