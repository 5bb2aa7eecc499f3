'use server'

import { NEXT_SET } from '@/app/_components/training/next-set'
import { action, whenGone } from '@/lib/transport/action'
import { editWorkout } from '@/lib/use-cases/workouts/edit-workout'
import { completeWorkout, discardWorkout } from '@/lib/use-cases/workouts/finish-workout'
import { logPastWorkout } from '@/lib/use-cases/workouts/log-past-workout'
import { logSet } from '@/lib/use-cases/workouts/log-set'
import { restoreWorkout } from '@/lib/use-cases/workouts/restore-workout'
import { startWorkout } from '@/lib/use-cases/workouts/start-workout'

/** While another workout goes on, the person chooses on /workout what becomes of it. */
export const startWorkoutAction = action(startWorkout, {
  redirectTo: ({ id }) => `/workout/${id}`,
  redirectOnError: ({ code, key, values = {} }) => {
    if (code !== 'conflict' || key !== 'sessionInProgress') return null
    const { routineId: start = '', repeatOf: repeat = '' } = values
    return `/workout?${new URLSearchParams({ start, ...(repeat && { repeat }) })}`
  },
})
export const logPastWorkoutAction = action(logPastWorkout, {
  redirectTo: ({ id }) => `/history/${id}/edit`,
})
/** The same choice where a workout is restored; one that is over the day is gone from the page. */
export const restoreWorkoutAction = action(restoreWorkout, {
  redirectTo: ({ id }) => `/workout/${id}`,
  redirectOnError: (error) => {
    const { sessionId: restore = '' } = error.values ?? {}
    if (error.key === 'sessionInProgress') return `/workout?${new URLSearchParams({ restore })}`
    return whenGone('/workout?expired=1')(error)
  },
})
export const logSetAction = action(logSet)
export const editWorkoutAction = action(editWorkout, { refresh: true })
/** Leads to the card of what was added. */
export const addExerciseAction = action(editWorkout, {
  redirectTo: ({ sessionId }, { exerciseLogId }) => `/workout/${sessionId}#log-${exerciseLogId}`,
})
/** Says that a workout which was quiet for long still goes on; a script brings its next set into view. */
export const resumeWorkoutAction = action(editWorkout, {
  redirectTo: ({ sessionId }) => `/workout/${sessionId}${NEXT_SET}`,
})
export const completeWorkoutAction = action(completeWorkout, {
  redirectTo: ({ id }) => `/history/${id}?finished=1`,
})
export const discardWorkoutAction = action(discardWorkout, {
  redirectTo: '/workout?discarded=1',
  redirectOnError: whenGone('/workout?discarded=1'),
})
