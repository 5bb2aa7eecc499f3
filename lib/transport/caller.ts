import 'server-only'
import { normalizeIP } from '@better-auth/core/utils/ip'
import { headers } from 'next/headers'
import type { Caller } from '@/lib/core/define-use-case'
import { getEnv } from '@/lib/env'

/**
 * Who is calling. `x-forwarded-for` ends with what the nearest trusted proxy saw; without one it
 * is the socket's address, which instrumentation.ts puts there over whatever the client sent.
 * Of an IPv6 address the /64, since whoever has one of those has all of them.
 */
export async function getCaller(): Promise<Caller> {
  const all = await headers()
  const hops = (all.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  const address = hops.at(-Math.max(1, getEnv().TRUSTED_PROXY_HOPS)) || 'unknown'
  return { address: normalizeIP(address), headers: all }
}
