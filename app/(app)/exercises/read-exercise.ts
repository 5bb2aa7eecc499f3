import { query } from '@/lib/transport/query'
import { getExercise } from '@/lib/use-cases/exercises/read-exercises'

/** The exercise of an address; read once a request by the page and its title alike. */
export const readExercise = query(getExercise)
