import * as z from 'zod'
import { instantSchema } from './text'

/** The parts of an export, in the order of the file. */
export const EXPORT_SECTIONS = [
  'account',
  'profile',
  'signInMethods',
  'signInSessions',
  'passkeys',
  'knownDevices',
  'apiKeys',
  'gyms',
  'gymMemberships',
  'gymInvitations',
  'exercises',
  'builtInExercises',
  'exercisePreferences',
  'trainingMaxes',
  'routines',
  'routineBlocks',
  'routineExercises',
  'routineSets',
  'weeklySchedule',
  'planSnapshots',
  'workoutSessions',
  'exerciseLogs',
  'setLogs',
  'personalRecords',
  'bodyMeasurements',
  'auditLog',
] as const
export type ExportSection = (typeof EXPORT_SECTIONS)[number]

/** Rows as they are kept, their fields in camelCase; which there are is another release's to change. */
const rowSchema = z.record(z.string(), z.json())

const sections = Object.fromEntries(EXPORT_SECTIONS.map((section) => [section, z.array(rowSchema)]))

/** Everything of a person. Weights stand as they were typed, each beside its unit. */
export const exportSchema = z.object({
  format: z.literal('gym-tracker'),
  version: z.literal(1),
  exportedAt: instantSchema,
  ...sections,
})
