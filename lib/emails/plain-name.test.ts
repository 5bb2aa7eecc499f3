import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainName } from './plain-name'

describe('plainName', () => {
  it.each([
    ["Siobhán O'Neill-Smith", "Siobhán O'Neill-Smith"],
    ['น้ำฝน', 'น้ำฝน'],
    ['Win now: https://evil.example/x', 'Win now https evil example x'],
    ['evil.example', 'evil example'],
    ['a@evil.example', 'a evil example'],
    ['Two\r\nBcc: lines', 'Two Bcc lines'],
    ['\u202Etext', 'text'],
    ['💪', '…'],
    ['x'.repeat(200), 'x'.repeat(60)],
  ])('%j becomes %j', (name, plain) => expect(plainName(name)).toBe(plain))

  it('has nothing that could be a link, a line or a command', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(plainName(name)).not.toMatch(/[.:/@<>\n\r\p{Cc}\p{Cf}]/u)
        expect([...plainName(name)].length).toBeLessThanOrEqual(60)
      }),
    )
  })
})
