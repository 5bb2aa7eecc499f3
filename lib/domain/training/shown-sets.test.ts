import { expect, it } from 'vitest'
import { shownSets } from './shown-sets'
import { BLANK, type Training, type TrainingExercise } from './training'

const exercise: TrainingExercise = {
  ...{ id: 'log', exerciseId: 'squat', position: 0, block: 0, blockKind: 'single' },
  ...{ restSeconds: null, tempo: null, planNotes: '', notes: '', reason: null, deletedAt: null },
  sets: [1, 2].map((setNumber) => ({
    ...{ ...BLANK, id: `set ${setNumber}`, kind: 'normal', target: null, setNumber },
    weightUnit: 'kg',
  })),
}
const training: Training = {
  ...{ id: 'workout', name: 'Legs', status: 'in_progress', startedAt: '2026-03-01T10:00:00.000Z' },
  ...{ completedAt: null, stillTrainingAt: null, notes: '', feeling: null, sessionRpe: null },
  ...{ exercises: [exercise], weightUnit: 'kg' },
  facts: {
    squat: {
      ...{ name: 'Squat', tracking: 'weight_reps', isUnilateral: false, isPlateLoaded: true },
      ...{ weightUnit: 'lb', restSeconds: null, barWeight: null, ownNote: '' },
    },
  },
}

it('shows a blank set in the unit of its exercise, also while a weight is typed into it', () => {
  for (const drafts of [{}, { 'set 1': 225 }]) {
    const rows = shownSets({ training, past: {} }, exercise, drafts)
    expect(rows.map(({ shown }) => shown.weightUnit)).toEqual(['lb', 'lb'])
  }
})

it('shows what was typed before in the unit it was typed in', () => {
  const typed = { ...exercise, sets: exercise.sets.map((set) => ({ ...set, weight: 100 })) }
  const [first] = shownSets({ training, past: {} }, typed)
  expect(first?.shown).toMatchObject({ weight: 100, weightUnit: 'kg' })
})

it('carries what is typed over a set down in the unit of that set', () => {
  const sets = exercise.sets.map((set) => (set.setNumber === 1 ? { ...set, weight: 100 } : set))
  const typed = { ...exercise, sets }
  const [first, second] = shownSets({ training, past: {} }, typed, { 'set 1': 110 })
  expect(first?.shown).toMatchObject({ weight: 100, weightUnit: 'kg' })
  expect(second?.shown).toMatchObject({ weight: 240, weightUnit: 'lb' })
})
