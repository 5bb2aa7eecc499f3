import { describe, expect, it } from 'vitest'
import { codeFor } from '@/tests/helpers/two-factor'
import { makeRecoveryCodes, tidyRecoveryCode } from './recovery-codes'
import { codeUseId, findTimeStep, totpAddress, typedSecret } from './totp'

/** The secret of RFC 6238, appendix B, and its codes for SHA-1, cut to six digits. */
const RFC_SECRET = '12345678901234567890'
const RFC_CODES = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
] as const

describe('codes of an authenticator app', () => {
  it.each(RFC_CODES)('at %i seconds is %s, as the RFC says', async (seconds, code) => {
    const now = new Date(seconds * 1000)
    expect(await findTimeStep(RFC_SECRET, code, now)).toBe(Math.floor(seconds / 30))
  })

  it('hold for half a minute to either side, and no longer', async () => {
    const at = (seconds: number) => findTimeStep(RFC_SECRET, '050471', new Date(seconds * 1000))
    const begin = 1111111110
    expect(await at(begin - 30)).toBe(begin / 30)
    expect(await at(begin + 59)).toBe(begin / 30)
    expect(await at(begin - 31)).toBeNull()
    expect(await at(begin + 60)).toBeNull()
  })

  it('come from the key as it is typed by hand and as it is scanned', async () => {
    const key = typedSecret(RFC_SECRET)
    expect(key).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
    expect(await findTimeStep(RFC_SECRET, codeFor(key), new Date())).not.toBeNull()
    const address = new URL(totpAddress(RFC_SECRET, 'kim+gym@example.com'))
    expect(address.protocol).toBe('otpauth:')
    expect(address.searchParams.get('secret')).toBe(key.replaceAll(' ', ''))
    expect(decodeURIComponent(address.pathname)).toContain('Gym Tracker:kim+gym@example.com')
  })

  it('are told apart in their use by person and time, as UUIDs', () => {
    const ids = [codeUseId('a', 1), codeUseId('a', 2), codeUseId('b', 1)]
    expect(new Set(ids).size).toBe(3)
    expect(codeUseId('a', 1)).toBe(ids[0])
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})

describe('recovery codes', () => {
  it('are ten, all different, and easy to tell by eye', () => {
    const codes = makeRecoveryCodes()
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/)
  })

  it('are taken however they are typed', () => {
    for (const typed of ['k7m2p-x4rtq', ' K7M2P X4RTQ ', 'k7m2px4rtq', 'k7m2p–x4rtq'])
      expect(tidyRecoveryCode(typed)).toBe('k7m2p-x4rtq')
  })
})
