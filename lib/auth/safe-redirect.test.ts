import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeRedirectPath } from './safe-redirect'

describe('safeRedirectPath', () => {
  it.each([
    '/routines',
    '/workout/0198?set=2#top',
    '/exercises?q=bench%20press',
    '/history?after=2026-01-01',
    '/',
  ])('keeps %j', (path) => expect(safeRedirectPath(path)).toBe(path))

  it.each([
    '',
    undefined,
    null,
    ['/routines'],
    'routines',
    '//e.example',
    '///e.example',
    '/\\e.example',
    '\\\\e.example',
    '\\/e.example',
    'https:e.example',
    'https://e.example',
    '%2f%2fe.example',
    '/%2fe.example',
    '/%5Ce.example',
    'javascript:alert(1)',
    ' /routines',
    '/\t/e.example',
    '/\n/e.example',
    '/routines\r\nSet-Cookie: a=b',
    '/\u0000',
    '/..//e.example',
    '/.//e.example',
    '/a/..//e.example',
    '/a\\..\\\\e.example',
    `/${'a'.repeat(2001)}`,
  ])('refuses %j', (next) => expect(safeRedirectPath(next)).toBe('/dashboard'))

  it('stays on this site whatever it is given', () => {
    const piece = fc.constantFrom('/', '\\', '.', '..', '%2f', '%5c', ':', '@', '\t', 'e', '?', '#')
    const tricky = fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 8 })
    fc.assert(
      fc.property(tricky, (pieces) => {
        const path = safeRedirectPath(`/${pieces.join('')}`)
        expect(new URL(path, 'https://gym.example').origin).toBe('https://gym.example')
        expect(path).toMatch(/^\/(?![/\\])/)
        expect(safeRedirectPath(path)).toBe(path)
      }),
      { numRuns: 1000 },
    )
  })
})
