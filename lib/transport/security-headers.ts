import 'server-only'
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listProviders } from '@/lib/auth/offered-providers'
import { PROVIDER_ORIGINS } from '@/lib/core/providers'
import { toSync } from '@/lib/core/result'
import { getEnv } from '@/lib/env'
import { contentPolicy, inlineScripts } from './content-policy'
import { onHttp } from './on-http'

const PRERENDERED = '.next/server/app'
const POLICY = 'content-security-policy'

const HEADERS = {
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // Browsers believe it over https alone.
  'strict-transport-security': 'max-age=31536000',
}

/**
 * Puts the headers that protect people on every answer of this process before anything else writes
 * to it, so that errors and files have them too. Next reads the nonce from the request and puts it on
 * its scripts.
 */
export function protectAnswers(): void {
  const { APP_URL, NODE_ENV } = getEnv()
  const isDevelopment = NODE_ENV === 'development'
  const about = {
    scripts: isDevelopment ? [] : prerenderedScripts(),
    formTargets: listProviders().map((provider) => PROVIDER_ORIGINS[provider]),
    isHttps: APP_URL.startsWith('https:'),
    isDevelopment,
  }
  onHttp('request.start', (request, response) => {
    const policy = contentPolicy({ ...about, nonce: randomBytes(16).toString('base64') })
    request.headers[POLICY] = policy
    response.setHeader(POLICY, policy)
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
  })
}

/** Of the pages that are made with the build, which no nonce reaches. */
function prerenderedScripts(): string[] {
  const [, files] = toSync(() => readdirSync(PRERENDERED, { recursive: true, encoding: 'utf8' }))
  const pages = (files ?? []).filter((file) => file.endsWith('.html'))
  const scripts = pages.flatMap((file) =>
    inlineScripts(readFileSync(join(PRERENDERED, file), 'utf8')),
  )
  return [...new Set(scripts)]
}
