import { randomInt } from 'node:crypto'

/** Without what looks alike when written by hand. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const AMOUNT = 10
const HALF = 5

const makeHalf = (): string =>
  Array.from({ length: HALF }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')

/** Ten codes such as `k7m2p-x4rtq`, about 49 bits each; each gets its owner in once. */
export const makeRecoveryCodes = (): string[] =>
  Array.from({ length: AMOUNT }, () => `${makeHalf()}-${makeHalf()}`)

/** A code as it was typed, the way it is kept: small letters, the hyphen in its place. */
export function tidyRecoveryCode(typed: string): string {
  const letters = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  return `${letters.slice(0, HALF)}-${letters.slice(HALF)}`
}
