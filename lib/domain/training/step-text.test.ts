import { expect, it } from 'vitest'
import { stepText } from './step-text'

it('steps a figure in the notation of its field', () => {
  expect(stepText('82,5', 'weight', 2.5)).toBe('85')
  expect(stepText('0.1', 'distance', 0.2)).toBe('0.3')
  expect(stepText('', 'reps', 1)).toBe('1')
  expect(stepText('1:58', 'durationSeconds', 5)).toBe('2:03')
})

it('never steps below zero or beyond the scale of a rating', () => {
  expect(stepText('1', 'weight', -2.5)).toBe('0')
  expect(stepText('0:03', 'durationSeconds', -5)).toBe('0:00')
  expect(stepText('', 'rpe', 0.5)).toBe('7')
  expect(stepText('10', 'rpe', 0.5)).toBe('10')
  expect(stepText('1', 'rpe', -0.5)).toBe('1')
})
