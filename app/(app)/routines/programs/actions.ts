'use server'

import { action, whenGone } from '@/lib/transport/action'
import { addProgram, undoProgram } from '@/lib/use-cases/programs/add-program'

/** The schedule, which says what was added and offers to undo it. */
export const addProgramAction = action(addProgram, {
  redirectTo: ({ routineIds, pausedIds = [] }) =>
    `/schedule?added=${routineIds.join('.')}&paused=${pausedIds.join('.')}`,
})
export const undoProgramAction = action(undoProgram, {
  redirectTo: '/schedule?undone=1',
  redirectOnError: whenGone('/schedule'),
})
