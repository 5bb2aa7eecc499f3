import { expect, it } from 'vitest'
import { plateText } from './plate-text'

it('names each plate of a side, and counts those of which there are more than two', () => {
  expect(plateText([25, 25, 10, 2.5])).toBe('25 + 25 + 10 + 2.5')
  expect(plateText([...Array(12).fill(45), 35])).toBe('12 × 45 + 35')
  expect(plateText([])).toBe('')
})
