'use server'

import { action, whenGone } from '@/lib/transport/action'
import { addRoutineExercise, saveRoutine } from '@/lib/use-cases/routines/edit-routine'
import {
  archiveRoutine,
  cloneRoutine,
  createRoutine,
  deleteRoutine,
  restoreRoutine,
  unarchiveRoutine,
} from '@/lib/use-cases/routines/write-routines'

/** A button that picks an exercise saves first and leads to the library. */
const PICK = /^pick:(?<block>\d+)$/

export const createRoutineAction = action(createRoutine, {
  redirectTo: ({ routineId }) => `/routines/${routineId}/edit`,
})
export const saveRoutineAction = action(saveRoutine, {
  redirectTo: ({ routineId, intent }) => {
    if (!intent) return `/routines/${routineId}?saved=1`
    const block = PICK.exec(intent)?.groups?.block
    return block ? `/routines/${routineId}/add?block=${block}` : null
  },
  refresh: true,
})
export const addRoutineExerciseAction = action(addRoutineExercise, {
  redirectTo: ({ routineId, block, exercise }) =>
    `/routines/${routineId}/edit#line-${block}-${exercise}`,
})
export const cloneRoutineAction = action(cloneRoutine, {
  redirectTo: ({ routineId }) => `/routines/${routineId}?copied=1`,
})
export const archiveRoutineAction = action(archiveRoutine, { refresh: true })
export const unarchiveRoutineAction = action(unarchiveRoutine, { refresh: true })
export const deleteRoutineAction = action(deleteRoutine, {
  redirectTo: ({ routineId, gymSlug }) => {
    const library = gymSlug ? `/organizations/${gymSlug}/routines` : '/routines'
    return `${library}?deleted=${routineId}`
  },
  redirectOnError: whenGone('/routines'),
})
export const restoreRoutineAction = action(restoreRoutine, {
  redirectTo: ({ routineId }) => `/routines/${routineId}`,
})
