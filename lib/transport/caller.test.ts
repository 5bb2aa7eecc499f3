import { afterEach, expect, it, vi } from 'vitest'
import { rereadEnv } from '@/lib/env'
import { getCaller } from './caller'

const request = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock('next/headers', () => ({ headers: async () => request.headers }))

afterEach(() => {
  vi.unstubAllEnvs()
  rereadEnv()
})

async function addressOf(forwardedFor: string | null, hops = 0): Promise<string> {
  vi.stubEnv('TRUSTED_PROXY_HOPS', String(hops))
  rereadEnv()
  request.headers = new Headers(forwardedFor === null ? {} : { 'x-forwarded-for': forwardedFor })
  return (await getCaller()).address
}

it('is whom the farthest trusted proxy saw, whatever was claimed before that', async () => {
  const header = '203.0.113.7, 198.51.100.1, 192.0.2.9'
  expect(await addressOf(header, 1)).toBe('192.0.2.9')
  expect(await addressOf(header, 2)).toBe('198.51.100.1')
})

it('is one and the same for all whose address is not known', async () => {
  expect(await addressOf(null)).toBe('unknown')
  expect(await addressOf('203.0.113.7', 2)).toBe('unknown')
})

it('takes a whole IPv6 network for one caller, and an IPv4 address as such', async () => {
  expect(await addressOf('2001:db8::1')).toBe(await addressOf('2001:db8::ffff:2'))
  expect(await addressOf('2001:db8::1')).not.toBe(await addressOf('2001:db8:0:1::1'))
  expect(await addressOf('::ffff:127.0.0.1')).toBe('127.0.0.1')
})
