import { expect, it } from 'vitest'
import { newId } from '@/lib/core/id'
import { catalogueSchema } from '@/lib/schemas/training'
import { readKept } from './kept-catalogue'

it('reads a list that the first version kept as a list of today', () => {
  const first = {
    ...{ id: newId(), name: 'Squat', aliases: ['Back Squat'], tracking: 'weight_reps' as const },
    ...{ isUnilateral: false, isPlateLoaded: true, weightUnit: null, restSeconds: null },
    ...{ barWeight: null, ownNote: '' },
  }
  const read = readKept([first])
  expect(catalogueSchema.parse(read)).toEqual(read)
  expect(readKept([{ ...first, timesDone: 3 }])).toMatchObject([{ ...first, timesDone: 3 }])
})
