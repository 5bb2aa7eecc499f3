import type { Catalogue } from '@/lib/schemas/training'
import { keepCatalogue } from './keep-catalogue'

type Created = { exercise: Catalogue[number] } | { problem: string | null }

/**
 * Makes an own exercise on the server and reads the list with it; the same `id` again makes no second
 * one. `problem` is what the server says about it, null where it did not answer.
 */
export async function createExercise(
  userId: string,
  own: { id: string; name: string; tracking: string; muscle: string; equipment: string },
): Promise<Created> {
  const { id, name, tracking, muscle, equipment } = own
  const response = await fetch('/api/exercises', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ id, name, tracking },
      category: tracking === 'distance_duration' ? 'cardio' : 'strength',
      primaryMuscles: muscle ? [muscle] : [],
      equipment: equipment ? [equipment] : [],
    }),
  }).catch(() => null)
  if (!response?.ok) return { problem: response && (await problemOf(response)) }
  const exercise = (await keepCatalogue(userId))?.find((each) => each.id === id)
  return exercise ? { exercise } : { problem: null }
}

async function problemOf(response: Response): Promise<string | null> {
  const answer: { error?: { message?: string } } = await response.json().catch(() => ({}))
  return answer.error?.message ?? null
}
