import * as z from 'zod'

/** What is counted in a set of an exercise; decides which fields a set row shows. */
export const TRACKING_KINDS = [
  'weight_reps',
  'bodyweight_reps',
  'weighted_bodyweight',
  'assisted_bodyweight',
  'reps',
  'duration',
  'weight_duration',
  'distance_duration',
  'weight_distance',
] as const

export const EXERCISE_CATEGORIES = [
  'strength',
  'olympic',
  'strongman',
  'plyometrics',
  'cardio',
  'mobility',
] as const

export const MUSCLE_GROUPS = [
  'abdominals',
  'obliques',
  'lower_back',
  'chest',
  'shoulders',
  'rear_delts',
  'traps',
  'upper_back',
  'lats',
  'biceps',
  'triceps',
  'forearms',
  'neck',
  'glutes',
  'quadriceps',
  'hamstrings',
  'adductors',
  'abductors',
  'hip_flexors',
  'calves',
  'full_body',
] as const

export const EQUIPMENT = [
  'none',
  'barbell',
  'dumbbell',
  'kettlebell',
  'machine',
  'smith_machine',
  'cable',
  'ez_bar',
  'trap_bar',
  'landmine',
  'plate',
  'band',
  'suspension',
  'rings',
  'medicine_ball',
  'exercise_ball',
  'foam_roller',
  'sled',
  'cardio_machine',
  'other',
] as const

export const trackingSchema = z.enum(TRACKING_KINDS)
export const categorySchema = z.enum(EXERCISE_CATEGORIES)
export const muscleSchema = z.enum(MUSCLE_GROUPS)
export const equipmentSchema = z.enum(EQUIPMENT)

export type Tracking = z.infer<typeof trackingSchema>
export type MuscleGroup = z.infer<typeof muscleSchema>
export type Equipment = z.infer<typeof equipmentSchema>
