import * as z from 'zod'
import { type RoutineTemplate, routineTemplateSchema } from '@/lib/schemas/plan'
import { loadExerciseCatalogue } from './exercise-catalogue'
import conditioning from './templates/conditioning.json'
import fullBody from './templates/full-body.json'
import hypertrophy from './templates/hypertrophy.json'
import mobility from './templates/mobility.json'
import running from './templates/running.json'
import strength from './templates/strength.json'
import strengthCycles from './templates/strength-cycles.json'

/**
 * Parses the built-in routine templates, each one workout day. A line's sets are done once in
 * every round of its block; a set's rest is the line's own, otherwise the block's.
 * Throws on a malformed entry, a slug or a name used twice, an exercise that is not built in.
 */
export function loadTemplateCatalogue(): RoutineTemplate[] {
  const templates = z
    .array(routineTemplateSchema)
    .parse([
      ...fullBody,
      ...strength,
      ...strengthCycles,
      ...hypertrophy,
      ...conditioning,
      ...running,
      ...mobility,
    ])
  refuseTwice(templates.map(({ slug }) => slug))
  refuseTwice(templates.map(({ name }) => name.toLowerCase()))
  const exercises = new Set(loadExerciseCatalogue().map(({ slug }) => slug))
  for (const { slug, blocks } of templates) {
    for (const { exercise } of blocks.flatMap((block) => block.exercises)) {
      if (!exercises.has(exercise)) throw new Error(`${slug} has an unknown exercise: ${exercise}`)
    }
  }
  return templates
}

function refuseTwice(values: string[]): void {
  const seen = new Set<string>()
  for (const value of values) {
    if (seen.has(value)) throw new Error(`"${value}" is used twice`)
    seen.add(value)
  }
}
