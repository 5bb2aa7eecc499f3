'use server'

import { action, whenGone } from '@/lib/transport/action'
import { addProgram, undoProgram } from '@/lib/use-cases/programs/add-program'

/** Today, which says what was added and has its first workout where that is for today. */
export const addProgramAction = action(addProgram, {
  redirectTo: ({ routineIds, pausedIds = [] }) =>
    `/dashboard?added=${routineIds.join('.')}&paused=${pausedIds.join('.')}`,
})
export const undoProgramAction = action(undoProgram, {
  redirectTo: '/schedule?undone=1',
  redirectOnError: whenGone('/schedule'),
})
