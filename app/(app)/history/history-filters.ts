import * as z from 'zod'
import { sessionFilterSchema } from '@/lib/schemas/history'

const { q, routineId, exerciseId, from, to, status, after } = sessionFilterSchema.shape

/** An address may say anything, so what is no filter counts as left out. */
const filtersSchema = z.object({
  q: q.catch(''),
  routine: routineId.catch(undefined),
  exercise: exerciseId.catch(undefined),
  from: from.catch(undefined),
  to: to.catch(undefined),
  status: status.catch('completed'),
  /** `<date>,<instant>` of the last workout shown. */
  before: z.preprocess(readPlace, after).catch(undefined),
})
export type HistoryFilters = z.output<typeof filtersSchema>

function readPlace(text: unknown): unknown {
  if (typeof text !== 'string') return undefined
  const [localDate, startedAt] = text.split(',')
  return { localDate, startedAt }
}

/** The search in a page's address (`?q=knee&exercise=…&from=2026-01-01`). */
export const readHistoryFilters = (searchParams: object): HistoryFilters =>
  filtersSchema.parse(searchParams)

/** The address of the workouts after these of the same search, or without `last` of the newest. */
export function historyHref(
  { before: _, ...filters }: HistoryFilters,
  last?: { localDate: string; startedAt: Date },
): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) {
    if (value && !(name === 'status' && value === 'completed')) params.set(name, value)
  }
  if (last) params.set('before', `${last.localDate},${last.startedAt.toISOString()}`)
  return params.size > 0 ? `/history?${params}` : '/history'
}
