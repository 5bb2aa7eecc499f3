'use server'

import { action } from '@/lib/transport/action'
import { saveExerciseNote } from '@/lib/use-cases/exercises/exercise-history'
import {
  archiveExercise,
  createExercise,
  restoreExercise,
  updateExercise,
} from '@/lib/use-cases/exercises/write-exercises'

const redirectTo = ({ exerciseId }: { exerciseId: string }) => `/exercises/${exerciseId}`

export const createExerciseAction = action(createExercise, { redirectTo })
export const updateExerciseAction = action(updateExercise, { redirectTo })
export const archiveExerciseAction = action(archiveExercise, { redirectTo })
export const restoreExerciseAction = action(restoreExercise, { redirectTo })
export const saveExerciseNoteAction = action(saveExerciseNote)
