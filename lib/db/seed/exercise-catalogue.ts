import * as z from 'zod'
import { exerciseNameKey } from '@/lib/domain/exercise-name'
import {
  categorySchema,
  equipmentSchema,
  muscleSchema,
  trackingSchema,
} from '@/lib/schemas/exercise'
import { text } from '@/lib/schemas/text'
import back from './exercises/back.json'
import biceps from './exercises/biceps.json'
import calves from './exercises/calves.json'
import cardio from './exercises/cardio.json'
import chest from './exercises/chest.json'
import core from './exercises/core.json'
import forearms from './exercises/forearms.json'
import glutes from './exercises/glutes.json'
import hamstrings from './exercises/hamstrings.json'
import mobility from './exercises/mobility.json'
import olympic from './exercises/olympic.json'
import plyometrics from './exercises/plyometrics.json'
import quadriceps from './exercises/quadriceps.json'
import shoulders from './exercises/shoulders.json'
import strongman from './exercises/strongman.json'
import triceps from './exercises/triceps.json'

const namesSchema = z.array(text({ min: 1, max: 100 }))

const entrySchema = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  name: text({ min: 1, max: 100 }),
  aliases: namesSchema,
  /** By language, for people who search in it. */
  foreignAliases: z.record(z.string().regex(/^[a-z]{2}$/), namesSchema).default({}),
  /** How common it is among people who log, 0 to 100: the search shows the common ones first. */
  popularity: z.int().min(0).max(100).default(0),
  category: categorySchema,
  tracking: trackingSchema,
  primaryMuscles: z.array(muscleSchema).min(1),
  secondaryMuscles: z.array(muscleSchema),
  equipment: z.array(equipmentSchema).min(1),
  isUnilateral: z.boolean(),
  instructions: z
    .array(text({ min: 1, max: 300 }))
    .min(2)
    .max(5),
})

/** `aliases` has those of every language. */
const catalogueExerciseSchema = entrySchema.transform((entry) => ({
  ...entry,
  aliases: [...entry.aliases, ...Object.values(entry.foreignAliases).flat()],
}))

export type CatalogueExercise = z.infer<typeof catalogueExerciseSchema>

/**
 * Every name and alias by its key (`exerciseNameKey`).
 * Throws where one key would mean two exercises, or no word tells what is meant.
 */
export function indexExerciseNames(
  exercises: readonly CatalogueExercise[],
): Map<string, CatalogueExercise> {
  const index = new Map<string, CatalogueExercise>()
  for (const exercise of exercises) {
    for (const name of [exercise.name, ...exercise.aliases]) {
      const key = exerciseNameKey(name)
      const other = index.get(key)
      if (key === '') throw new Error(`"${name}" (${exercise.slug}) has no telling word`)
      if (other && other !== exercise) {
        throw new Error(`"${name}" means both ${other.slug} and ${exercise.slug}`)
      }
      index.set(key, exercise)
    }
  }
  return index
}

/** Parses the built-in exercises. Throws on a malformed entry, a slug or a name used twice. */
export function loadExerciseCatalogue(): CatalogueExercise[] {
  const exercises = z
    .array(catalogueExerciseSchema)
    .parse([
      ...chest,
      ...back,
      ...shoulders,
      ...biceps,
      ...triceps,
      ...forearms,
      ...quadriceps,
      ...hamstrings,
      ...glutes,
      ...calves,
      ...core,
      ...olympic,
      ...strongman,
      ...plyometrics,
      ...cardio,
      ...mobility,
    ])
  const slugs = new Set<string>()
  for (const { slug } of exercises) {
    if (slugs.has(slug)) throw new Error(`The slug ${slug} is used twice`)
    slugs.add(slug)
  }
  indexExerciseNames(exercises)
  return exercises
}
