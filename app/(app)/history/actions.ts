'use server'

import { action, whenGone } from '@/lib/transport/action'
import {
  undoRoutineUpdate,
  updateRoutineFromWorkout,
} from '@/lib/use-cases/routines/update-from-workout'
import { createRoutineFromWorkout } from '@/lib/use-cases/routines/write-routines'
import { addForgottenExercises, correctWorkout } from '@/lib/use-cases/workouts/correct-workout'
import { deleteWorkout } from '@/lib/use-cases/workouts/finish-workout'

export const correctWorkoutAction = action(correctWorkout, {
  redirectTo: ({ id }, { isAddingExercise, swapFor, isEndedAtLastSet }) => {
    if (swapFor) return `/history/${id}/edit/add?swap=${swapFor}`
    if (isAddingExercise) return `/history/${id}/edit/add`
    // Without a script this button cannot fill the field alone, and other fields may be mended still.
    return isEndedAtLastSet ? `/history/${id}/edit?corrected=1` : `/history/${id}?corrected=1`
  },
})
export const addForgottenExercisesAction = action(addForgottenExercises, {
  // The form itself stays, with what was typed.
  redirectTo: ({ id, exerciseLogIds }, _values, from) =>
    from.includes('/add') ? `/history/${id}/edit#log-${exerciseLogIds[0]}` : null,
  refresh: true,
  // Pressed twice it leads to the workout in which the exercise is replaced already.
  redirectOnError: ({ code, values }) =>
    code === 'not_found' && values?.swapFor ? `/history/${values.sessionId}/edit` : null,
})
export const deleteWorkoutAction = action(deleteWorkout, {
  redirectTo: '/history?deleted=1',
  redirectOnError: whenGone('/history?deleted=1'),
})
export const createRoutineFromWorkoutAction = action(createRoutineFromWorkout, {
  redirectTo: ({ routineId }) => `/routines/${routineId}`,
})

/** The summary that was posted from, in the order of cards that it had, with what became of the routine. */
function summaryAt(from: string, what: Record<string, string> = {}): string {
  const { pathname, searchParams } = new URL(from, 'http://localhost')
  const finished = searchParams.get('finished')
  const query = new URLSearchParams({ ...(finished && { finished }), ...what })
  return `${pathname}?${query}#routine-update`
}

export const updateRoutineFromWorkoutAction = action(updateRoutineFromWorkout, {
  redirectTo: ({ previousId }, _values, from) => summaryAt(from, { updated: previousId ?? '1' }),
})
export const undoRoutineUpdateAction = action(undoRoutineUpdate, {
  redirectTo: (_data, _values, from) => summaryAt(from, { undone: '1' }),
  // Pressed twice it leads to the summary as it stands.
  redirectOnError: ({ code }, from) => (code === 'not_found' ? summaryAt(from) : null),
})
