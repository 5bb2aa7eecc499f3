import { createHmac } from 'node:crypto'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function fromBase32(typed: string): Buffer {
  const bits = [...typed.replaceAll(/\s/g, '')]
    .map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/**
 * The six digits an authenticator app shows for a key as it is typed in (RFC 6238).
 * @param steps how many times 30 seconds away from now
 */
export function codeFor(key: string, steps = 0): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const digest = createHmac('sha1', fromBase32(key)).update(counter).digest()
  const at = (digest.at(-1) ?? 0) & 15
  const number = digest.readUInt32BE(at) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

/**
 * A code after that of now, which was used up: taken already, and still if the half minute turns before
 * it is looked at.
 */
export const laterCode = (key: string): string => codeFor(key, 1)

/** Six digits that no app shows for this key now, nor half a minute or two later. */
export function wrongCodeFor(key: string): string {
  const right = [-1, 0, 1, 2].map((steps) => codeFor(key, steps))
  return (
    ['000000', '111111', '222222', '333333', '444444'].find((code) => !right.includes(code)) ?? ''
  )
}
