'use server'

import { action } from '@/lib/transport/action'
import { correctWorkout } from '@/lib/use-cases/workouts/correct-workout'
import { deleteWorkout } from '@/lib/use-cases/workouts/finish-workout'

export const correctWorkoutAction = action(correctWorkout, {
  redirectTo: ({ id }) => `/history/${id}?corrected=1`,
})
export const deleteWorkoutAction = action(deleteWorkout, { redirectTo: '/history?deleted=1' })
