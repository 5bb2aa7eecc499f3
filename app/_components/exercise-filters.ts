import * as z from 'zod'
import { exerciseSearchSchema } from '@/lib/schemas/exercise-library'

const { q, muscle, equipment, category, page } = exerciseSearchSchema.shape

/** An address may say anything, so what is no filter counts as left out. */
const filtersSchema = z.object({
  q: q.catch(''),
  muscle: muscle.catch(undefined),
  equipment: equipment.catch(undefined),
  category: category.catch(undefined),
  page: z.preprocess(Number, page).catch(1),
})
export type ExerciseFilters = z.output<typeof filtersSchema>

/** The search in a page's address (`?q=row&muscle=lats&page=2`). */
export const readExerciseFilters = (searchParams: object): ExerciseFilters =>
  filtersSchema.parse(searchParams)

/** The address of another page of the same search; `basePath` may have a query of its own. */
export function filtersHref(basePath: string, filters: ExerciseFilters): string {
  const [path = '', own] = basePath.split('?')
  const params = new URLSearchParams(own)
  for (const [name, value] of Object.entries(filters)) {
    if (value && !(name === 'page' && value === 1)) params.set(name, String(value))
  }
  return params.size > 0 ? `${path}?${params}` : path
}
