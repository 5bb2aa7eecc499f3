import * as z from 'zod'
import { type PlanSearch, planSearchSchema } from '@/lib/schemas/program'

const { q, level, goal, days, minutes, gear } = planSearchSchema.shape

/** An address may say anything, so what is no filter counts as left out. */
const filtersSchema = z.object({
  q: q.catch(''),
  level: level.catch(undefined),
  goal: goal.catch(undefined),
  days: days.catch(undefined),
  minutes: minutes.catch(undefined),
  gear: gear.catch(undefined),
})

/** The search in the address of the programs (`?tab=templates&level=beginner&days=3`). */
export const readPlanFilters = (searchParams: object): PlanSearch =>
  filtersSchema.parse(searchParams)

/** The address of the programs with these filters; `isAll` lifts the limit of the list. */
export function plansHref(filters: Partial<PlanSearch>, isAll = false): `/routines?${string}` {
  const params = new URLSearchParams({ tab: 'templates' })
  for (const [name, value] of Object.entries(filters)) if (value) params.set(name, String(value))
  if (isAll) params.set('all', '1')
  return `/routines?${params}`
}
