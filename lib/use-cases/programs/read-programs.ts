import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { NotFoundError } from '@/lib/core/errors'
import { type CatalogueProgram, PROGRAMS } from '@/lib/db/seed/program-catalogue'
import { readPlanWords } from '@/lib/domain/plan-words'
import { equipmentOf, hasWords, isDoableWith } from '@/lib/domain/program'
import { lineTextsWithoutLoad } from '@/lib/domain/target-text'
import { ownData } from '@/lib/policies/own-data'
import { RoutineListRepository } from '@/lib/repositories/routine-list-repository'
import { RoutineRepository } from '@/lib/repositories/routine-repository'
import {
  type PlanSearch,
  planCardSchema,
  planSearchSchema,
  programSchema,
  programSlugSchema,
} from '@/lib/schemas/program'

type Template = Awaited<ReturnType<RoutineListRepository['listTemplateContents']>>[number]

/** The built-in programs in their order, then the templates that belong to none, by goal and name. */
export const searchPlans = defineUseCase({
  name: 'program.search',
  kind: 'read',
  access: 'user',
  input: planSearchSchema,
  output: z.object({ plans: z.array(planCardSchema) }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, input }) => {
    const templates = await new RoutineListRepository(tx, scope).listTemplateContents()
    const inPrograms = new Set(PROGRAMS.flatMap((program) => program.days))
    const plans = [
      ...PROGRAMS.map((program) => ({ program, days: daysOf(program, templates) })),
      ...templates
        .filter(({ slug }) => !slug || !inPrograms.has(slug))
        .map((template) => ({ program: null, days: [template] })),
    ]
    const q = input.q && withoutUnknown(input.q, plans)
    return {
      plans: plans.flatMap((plan) => {
        const [first] = plan.days
        if (!first || !isWanted(plan, { ...input, q })) return []
        const { program, days } = plan
        return [
          {
            ...factsOf(program ?? first, days),
            slug: program?.slug ?? null,
            routineId: first.id,
            daysPerWeek: program?.week.length ?? null,
          },
        ]
      }),
    }
  },
})

/** A built-in program with its days and what each asks for. */
export const getProgram = defineUseCase({
  name: 'program.get',
  kind: 'read',
  access: 'user',
  input: programSlugSchema,
  output: programSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, input: { slug } }) => {
    const program = programOf(slug)
    const routines = new RoutineRepository(tx, scope)
    const templates = await new RoutineListRepository(tx, scope).listTemplateContents()
    const days = daysOf(program, templates)
    const { progression, weeks, week } = program
    const blocks = await routines.listBlocks(days.map(({ id }) => id))
    return {
      ...factsOf(program, days),
      ...{ slug, progression, weeks, week },
      days: days.map(({ id, name, minutes }) => ({
        routineId: id,
        name: name
          .replace(`${program.name}, `, '')
          .replace(/^./u, (letter) => letter.toUpperCase()),
        minutes,
        exercises: blocks
          .filter(({ routineId }) => routineId === id)
          .flatMap(({ exercises }) => exercises)
          .map((line) => ({
            exerciseId: line.exerciseId,
            name: line.name,
            sets: lineTextsWithoutLoad(line, {
              tracking: line.tracking,
              unit: actor.distanceUnit,
            }),
          })),
      })),
    }
  },
})

/** @throws NotFoundError for a slug that no program has */
export function programOf(slug: string): CatalogueProgram {
  const program = PROGRAMS.find((one) => one.slug === slug)
  if (!program) throw new NotFoundError()
  return program
}

const daysOf = (program: CatalogueProgram, templates: readonly Template[]): Template[] =>
  program.days.flatMap((day) => templates.find(({ slug }) => slug === day) ?? [])

const gearOf = (days: readonly Template[]) =>
  days.flatMap(({ exercises }) => exercises.map(({ equipment }) => equipment))

const longest = (days: readonly Template[]): number => Math.max(...days.map((d) => d.minutes ?? 0))

function factsOf(
  { name, description }: { name: string; description: string },
  days: readonly Template[],
) {
  return {
    ...{ name, description },
    level: days[0]?.level ?? null,
    goal: days[0]?.goal ?? null,
    minutes: longest(days) || null,
    equipment: equipmentOf(gearOf(days)),
  }
}

interface Plan {
  program: CatalogueProgram | null
  days: readonly Template[]
}

function isWanted(plan: Plan, { q, ...filters }: PlanSearch): boolean {
  return isWithin(plan, filters) && (!q || isFoundBy(plan, q))
}

function isWithin({ program, days }: Plan, wanted: Omit<PlanSearch, 'q'>): boolean {
  return (
    (!wanted.level || days[0]?.level === wanted.level) &&
    (!wanted.goal || days[0]?.goal === wanted.goal) &&
    (!wanted.days || program?.week.length === wanted.days) &&
    (!wanted.minutes || longest(days) <= wanted.minutes) &&
    (!wanted.gear || isDoableWith(wanted.gear, gearOf(days)))
  )
}

/**
 * Whether the words lead to a plan: as filters and words of what it holds, or as a name. Names count as a
 * whole, so that "5/3/1 for Beginners" finds itself and "dumbbell row" whatever has this exercise.
 */
function isFoundBy(plan: Plan, q: string): boolean {
  const { rest, ...filters } = readPlanWords(q)
  const { days } = plan
  const names = namesOf(plan)
  const exercises = days.flatMap((day) => day.exercises)
  if (names.some((name) => hasWords(name, q))) return true
  if (rest && exercises.some(({ name }) => hasWords(name, q))) return true
  return isWithin(plan, filters) && hasWords(textOf(plan), rest)
}

const namesOf = ({ program, days }: Plan): string[] => [
  program?.name ?? '',
  ...days.map(({ name }) => name),
]

/** Everything in a plan that a word may be found in. */
function textOf(plan: Plan): string {
  const text = plan.days.flatMap(({ slug, level, goal, tags, exercises }) => [
    ...[slug, level, goal, ...tags],
    ...exercises.flatMap(({ name, muscles }) => [name, ...muscles]),
  ])
  return [...namesOf(plan), ...text].join(' ').replaceAll('_', ' ')
}

/** Drops words that no plan contains, so that "easy plan for women" finds plans; if no word is left, keeps all. */
function withoutUnknown(q: string, plans: readonly Plan[]): string {
  const texts = plans.map(textOf)
  const unknown = readPlanWords(q)
    .rest.split(' ')
    .filter((word) => !texts.some((text) => hasWords(text, word)))
  const known = q.split(/[\s,]+/).filter((word) => !unknown.includes(word.toLowerCase()))
  return known.length > 0 ? known.join(' ') : q
}
