import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commonPasswords } from './common-passwords'
import { findPasswordFlaw } from './password-rules'

const email = 'sam.carter@example.com'

describe('findPasswordFlaw', () => {
  it.each([
    'qwertyuiop',
    'QWERTYUIOP',
    '1234567890',
    '9876543210',
    'abcdefghijkl',
    'aaaaaaaaaa',
    'abcabcabcabc',
    'Password123!',
    'p@ssw0rd2026',
    '!!welcome!!2026',
    'GymCoach2026',
    'changeme-changeme',
  ])('calls %j common', (password) =>
    expect(findPasswordFlaw(password, email)).toBe('passwordCommon'),
  )

  it.each(['gym tracker is mine', 'my-Gym-Tracker-2', 'sam.carter rules', 'xx SamCarter... 77'])(
    'calls %j guessable',
    (password) => expect(findPasswordFlaw(password, email)).toBe('passwordGuessable'),
  )

  it.each([
    'correct horse battery staple',
    'ฉันยกน้ำหนักทุกวันพุธ',
    'Tr0ub4dor&3xyz',
    'mdkw-5510-oqpz',
    'sammy likes rowing',
  ])('lets %j pass', (password) => expect(findPasswordFlaw(password, email)).toBeNull())

  it('lets a short local part alone, since every password would contain it', () => {
    expect(findPasswordFlaw('correct horse battery', 'co@example.com')).toBeNull()
  })

  it('refuses the whole list, in any case', () => {
    expect(commonPasswords.size).toBeGreaterThan(900)
    for (const password of commonPasswords) {
      expect(findPasswordFlaw(password.toUpperCase(), email)).toBe('passwordCommon')
    }
  })

  it('has nothing against random passwords', () => {
    const character = fc.constantFrom(...'abcdefghjkmnpqrstuvwxyz23456789#%&')
    fc.assert(
      fc.property(fc.array(character, { minLength: 20, maxLength: 60 }), (characters) => {
        fc.pre(new Set(characters).size > 8)
        expect(findPasswordFlaw(characters.join(''), email)).toBeNull()
      }),
    )
  })
})
