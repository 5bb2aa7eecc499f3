'use server'

import { addressOfAdded } from '@/lib/schemas/program'
import { action, whenGone } from '@/lib/transport/action'
import { addProgram, undoProgram } from '@/lib/use-cases/programs/add-program'

/** Today, which says what was added and has its first workout where that is for today. */
export const addProgramAction = action(addProgram, {
  redirectTo: (added) => `/dashboard?${addressOfAdded(added)}`,
})
export const undoProgramAction = action(undoProgram, {
  redirectTo: '/schedule?undone=1',
  redirectOnError: whenGone('/schedule'),
})
