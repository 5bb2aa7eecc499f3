'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { REQUESTED_PATH_HEADER } from '@/lib/auth/sign-in-path'
import { getEnv } from '@/lib/env'
import { action, whenGone } from '@/lib/transport/action'
import {
  undoRoutineUpdate,
  updateRoutineFromWorkout,
} from '@/lib/use-cases/routines/update-from-workout'
import { createRoutineFromWorkout } from '@/lib/use-cases/routines/write-routines'
import { addForgottenExercise, correctWorkout } from '@/lib/use-cases/workouts/correct-workout'
import { deleteWorkout } from '@/lib/use-cases/workouts/finish-workout'

export const correctWorkoutAction = action(correctWorkout, {
  redirectTo: ({ id }, { isAddingExercise, swapFor, isEndedAtLastSet }) => {
    if (swapFor) return `/history/${id}/edit/add?swap=${swapFor}`
    if (isAddingExercise) return `/history/${id}/edit/add`
    // Without a script this button cannot fill the field alone, and other fields may be mended still.
    return isEndedAtLastSet ? `/history/${id}/edit?corrected=1` : `/history/${id}?corrected=1`
  },
})
export const addForgottenExerciseAction = action(addForgottenExercise, {
  redirectTo: ({ id }) => `/history/${id}/edit`,
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

const updateRoutine = action(updateRoutineFromWorkout)
const undoUpdate = action(undoRoutineUpdate)

/** The person goes on reading the summary, which says at the same place what became of the routine. */
export async function updateRoutineFromWorkoutAction(
  ...posted: Parameters<typeof updateRoutine>
): ReturnType<typeof updateRoutine> {
  const result = await updateRoutine(...posted)
  const [, data] = result
  return data ? backToSummary({ updated: data.previousId ?? '1' }) : result
}

export async function undoRoutineUpdateAction(
  ...posted: Parameters<typeof undoUpdate>
): ReturnType<typeof undoUpdate> {
  const result = await undoUpdate(...posted)
  const [error] = result
  // Pressed twice it leads to the summary as it stands.
  if (error?.code === 'not_found') return backToSummary({})
  return error ? result : backToSummary({ undone: '1' })
}

/** Leads back to the page that was posted from, in the order of cards that it had. */
async function backToSummary(what: Record<string, string>): Promise<never> {
  const here = (await headers()).get(REQUESTED_PATH_HEADER) ?? '/history'
  const { pathname, searchParams } = new URL(here, getEnv().APP_URL)
  const finished = searchParams.get('finished')
  const query = new URLSearchParams({ ...(finished && { finished }), ...what })
  redirect(`${pathname}?${query}#routine-update` as Parameters<typeof redirect>[0])
}
