import { expect, it } from 'vitest'
import { typingSlips } from './typing-slips'

it.each([
  ['benhc', 'bench', 1],
  ['bench', 'bench', 0],
  ['bnch', 'bench', 1],
  ['beench', 'bench', 1],
  ['bemch', 'bench', 1],
  ['benhc', 'benchpress', 1],
  ['deadlfti', 'deadlift', 2],
  ['romanain', 'romanian', 1],
])('reads %s for %s with %i slips', (typed, word, slips) => {
  expect(typingSlips(typed, word)).toBe(slips)
})

it.each([
  ['rwo', 'row'],
  ['bneh', 'bench'],
  ['curl', 'bench'],
  ['extension', 'ext'],
])('does not read %s for %s', (typed, word) => {
  expect(typingSlips(typed, word)).toBeNull()
})
