import type { Catalogue } from '@/lib/schemas/training'

type Exercise = Catalogue[number]

/** What a list says that was kept before it said more. */
const BEFORE = {
  primaryMuscles: [],
  secondaryMuscles: [],
  equipment: [],
  isCustom: false,
  popularity: 0,
  timesDone: 0,
  lastDoneOn: null,
  lastSet: null,
} satisfies Partial<Exercise>

/** An exercise as any version of the app has kept it. */
export type KeptExercise = Omit<Exercise, keyof typeof BEFORE> & Partial<Exercise>

/** Phones keep lists that older versions wrote, and without a network they have no other. */
export const readKept = (kept: readonly KeptExercise[]): Catalogue =>
  kept.map((exercise) => ({ ...BEFORE, ...exercise }))
