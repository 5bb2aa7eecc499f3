import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slugOf } from './slug'

describe('slugOf', () => {
  it.each([
    ['Iron Harbor', 'iron-harbor'],
    ['  Café Söhne & Co. ', 'cafe-sohne-co'],
    ['ยิมกรุงเทพ', 'gym'],
    ['--', 'gym'],
    ['a'.repeat(80), 'a'.repeat(50)],
  ])('%j becomes %j', (name, slug) => expect(slugOf(name)).toBe(slug))

  it('has the shape of an address whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(slugOf(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      }),
    )
  })
})
