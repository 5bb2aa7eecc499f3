import * as z from 'zod'
import { text } from '@/lib/schemas/text'
import programs from './programs.json'

const MOST_DAYS = 7

const catalogueProgramSchema = z
  .strictObject({
    slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    /** Its days are named "Name, day", except where there is one. */
    name: text({ min: 1, max: 100 }),
    description: text({ min: 40, max: 500 }),
    /** How the loads go up, in plain words. */
    progression: text({ min: 20, max: 500 }),
    /** How many weeks it or one of its cycles takes; null where it goes on until it stalls. */
    weeks: z.int().min(1).max(52).nullable(),
    /** Its templates by slug, in order. */
    days: z.array(z.string()).min(1).max(MOST_DAYS),
    /** The workouts of a week as places in `days`; left out, each day is done once. */
    week: z.array(z.int().min(0)).min(1).max(MOST_DAYS).optional(),
  })
  .transform(({ week, ...program }) => ({ ...program, week: week ?? [...program.days.keys()] }))
export type CatalogueProgram = z.output<typeof catalogueProgramSchema>

/**
 * The built-in programs in the order in which they are listed: templates that belong together.
 * Throws on a malformed entry.
 */
export const PROGRAMS: readonly CatalogueProgram[] = z.array(catalogueProgramSchema).parse(programs)
