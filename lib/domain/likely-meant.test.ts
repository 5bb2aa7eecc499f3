import { expect, it } from 'vitest'
import { likelyMeant } from './likely-meant'

it.each([
  ['55', '6', '5'],
  ['55', '14', '5'],
  ['50', '5', '5'],
  ['1450', '145', '145'],
  ['1025', '102.5', '102.5'],
  ['1075', '102.5', '107.5'],
  ['1050', '102.5', '105'],
  ['8250', '82.5', '82.5'],
  ['877777', '87.5', '87.5'],
  ['300', '60', '60'],
])('takes %s where %s is usual for %s', (text, usual, meant) => {
  expect(likelyMeant(text, usual)).toBe(meant)
})
