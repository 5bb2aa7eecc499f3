import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nextReturn, type Return } from './return-pace'

const MINUTE = 60_000

it('goes back at once the first time, and again after a while of peace', () => {
  expect(nextReturn(null, 1000)).toEqual({ at: 1000, waitMs: 15_000 })
  const last = { at: 0, waitMs: 10 * MINUTE }
  expect(nextReturn(last, 20 * MINUTE + 1)).toEqual({ at: 20 * MINUTE + 1, waitMs: 15_000 })
})

it('waits twice as long each time it ends up here again, ten minutes at most', () => {
  let last: Return | null = null
  const waits: number[] = []
  for (let now = 0; now < 60 * MINUTE; now += 1000) {
    const next = nextReturn(last, now)
    if (!next) continue
    last = next
    waits.push(next.waitMs / 1000)
  }
  expect(waits).toEqual([15, 30, 60, 120, 240, 480, 600, 600, 600, 600, 600].slice(0, waits.length))
  expect(waits.length).toBeLessThan(12)
})

it('is not stuck when the clock was set back', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat({ max: 10 * MINUTE }), (back, waitMs) => {
      const at = 2 ** 40
      expect(nextReturn({ at, waitMs }, at - back - 1)).not.toBeNull()
    }),
  )
})
