'use server'

import { action, whenGone } from '@/lib/transport/action'
import {
  undoRoutineUpdate,
  updateRoutineFromWorkout,
} from '@/lib/use-cases/routines/update-from-workout'
import { createRoutineFromWorkout } from '@/lib/use-cases/routines/write-routines'
import { addForgottenExercise, correctWorkout } from '@/lib/use-cases/workouts/correct-workout'
import { deleteWorkout } from '@/lib/use-cases/workouts/finish-workout'

export const correctWorkoutAction = action(correctWorkout, {
  redirectTo: ({ id }, { isAddingExercise, isEndedAtLastSet }) => {
    if (isAddingExercise) return `/history/${id}/edit/add`
    // Without a script this button cannot fill the field alone, and other fields may be mended still.
    return isEndedAtLastSet ? `/history/${id}/edit?corrected=1` : `/history/${id}?corrected=1`
  },
})
export const addForgottenExerciseAction = action(addForgottenExercise, {
  redirectTo: ({ id }) => `/history/${id}/edit`,
})
export const deleteWorkoutAction = action(deleteWorkout, {
  redirectTo: '/history?deleted=1',
  redirectOnError: whenGone('/history?deleted=1'),
})
export const updateRoutineFromWorkoutAction = action(updateRoutineFromWorkout, {
  redirectTo: ({ routineId, previousId }) => `/routines/${routineId}?updated=${previousId ?? 1}`,
})
export const undoRoutineUpdateAction = action(undoRoutineUpdate, {
  redirectTo: ({ routineId }) => `/routines/${routineId}?undone=1`,
  // Pressed twice it leads to the routine as it stands.
  redirectOnError: ({ code, values }) =>
    code === 'not_found' && values?.routineId ? `/routines/${values.routineId}` : null,
})
export const createRoutineFromWorkoutAction = action(createRoutineFromWorkout, {
  redirectTo: ({ routineId }) => `/routines/${routineId}`,
})
