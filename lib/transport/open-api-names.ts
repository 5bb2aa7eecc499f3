import 'server-only'
import * as z from 'zod'
import { apiKeySchema } from '@/lib/schemas/api-key'
import { exerciseDetailSchema, exerciseSummarySchema } from '@/lib/schemas/exercise-library'
import { gearSchema } from '@/lib/schemas/gear'
import {
  gymSchema,
  gymSummarySchema,
  listedMemberSchema,
  receivedInvitationSchema,
  sentInvitationSchema,
} from '@/lib/schemas/gym'
import { measurementSchema } from '@/lib/schemas/measurement'
import { profileSchema } from '@/lib/schemas/profile'
import { routineSchema, routineSummarySchema, templateSummarySchema } from '@/lib/schemas/routine'
import { scheduleSchema } from '@/lib/schemas/schedule'
import { sessionSchema, sessionSetSchema } from '@/lib/schemas/session-document'
import { sessionSummarySchema } from '@/lib/schemas/workout'

/** The answers that have a name in the reference, where they occur. */
export function componentNames(more: readonly [name: string, schema: z.ZodType][]) {
  const names = z.registry<{ id: string }>()
  const known: readonly [string, z.ZodType][] = [
    ['ApiKey', apiKeySchema],
    ['Exercise', exerciseDetailSchema],
    ['ExerciseSummary', exerciseSummarySchema],
    ['Gear', gearSchema],
    ['Gym', gymSchema],
    ['GymSummary', gymSummarySchema],
    ['GymMember', listedMemberSchema],
    ['SentInvitation', sentInvitationSchema],
    ['ReceivedInvitation', receivedInvitationSchema],
    ['Measurement', measurementSchema],
    ['Profile', profileSchema],
    ['Routine', routineSchema],
    ['RoutineSummary', routineSummarySchema],
    ['TemplateSummary', templateSummarySchema],
    ['Schedule', scheduleSchema],
    ['Session', sessionSchema],
    ['SessionSummary', sessionSummarySchema],
    ['SessionSet', sessionSetSchema],
  ]
  for (const [id, schema] of [...known, ...more]) names.add(schema, { id })
  return names
}
