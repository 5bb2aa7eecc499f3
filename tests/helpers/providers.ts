import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { vi } from 'vitest'
import { SESSION_COOKIE_PREFIX } from '@/lib/auth/session-cookie'
import type { Provider } from '@/lib/core/providers'
import { getEnv } from '@/lib/env'
import { signInWithProvider } from '@/lib/use-cases/auth/provider-sign-in'
import { callAs } from './people'

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const appleKey = generateKeyPairSync('ec', { namedCurve: 'P-256' })
export const applePublicKey = appleKey.publicKey

/** Keys of invented apps at all three providers. */
export const PROVIDER_KEYS = {
  GOOGLE_CLIENT_ID: 'google-app',
  GOOGLE_CLIENT_SECRET: 'google-secret',
  APPLE_CLIENT_ID: 'com.example.gym',
  APPLE_TEAM_ID: 'TEAM123456',
  APPLE_KEY_ID: 'KEY1234567',
  APPLE_PRIVATE_KEY: appleKey.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  FACEBOOK_CLIENT_ID: 'facebook-app',
  FACEBOOK_CLIENT_SECRET: 'facebook-secret',
}

/** What a provider says of who is there. */
export interface Claims {
  sub: string
  email?: string
  email_verified?: boolean
  name?: string
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

function idToken(claims: object): string {
  const signed = `${part({ alg: 'ES256', kid: 'test' })}.${part(claims)}`
  const signature = sign('sha256', Buffer.from(signed), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  })
  return `${signed}.${signature.toString('base64url')}`
}

/** Requests that the server sent to a provider. */
export interface Asked {
  url: string
  body: string
}

/** Answers in the providers' place with these claims; nothing reaches the network. */
export function fakeProviders(claims: Claims, { isDown = false } = {}): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (input: string | URL | Request, init?: RequestInit) => {
    const url = String(input instanceof Request ? input.url : input)
    asked.push({ url, body: String(init?.body ?? '') })
    if (isDown) return Response.json({ error: 'temporarily_unavailable' }, { status: 503 })
    if (url.startsWith('https://graph.facebook.com/debug_token'))
      return Response.json({
        data: { is_valid: true, app_id: PROVIDER_KEYS.FACEBOOK_CLIENT_ID, user_id: claims.sub },
      })
    if (url.startsWith('https://graph.facebook.com/me'))
      return Response.json({
        ...{ id: claims.sub, name: claims.name ?? 'Kim', email: claims.email },
        picture: { data: { url: 'https://facebook.example/kim.jpg' } },
      })
    if (/certs|\/keys/.test(url))
      return Response.json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'test' }] })
    return Response.json({
      ...{ access_token: 'an-access-token', refresh_token: 'a-refresh-token', expires_in: 3600 },
      ...(url.includes('facebook') ? {} : { id_token: idToken(claims) }),
    })
  })
  return asked
}

export const stateOf = (address: string): string => new URL(address).searchParams.get('state') ?? ''

/** The cookie that binds a state to the browser that set out with it. */
export function stateCookie(state: string): string {
  const signature = createHmac('sha256', getEnv().APP_SECRET ?? '')
    .update(state)
    .digest('base64')
  return `${SESSION_COOKIE_PREFIX}.state=${encodeURIComponent(`${state}.${signature}`)}`
}

/** Sets out for a provider as the button does. */
export async function setOut(provider: Provider, input: object = {}): Promise<string> {
  const { address } = await callAs(null, signInWithProvider, { provider, ...input })
  return address
}
