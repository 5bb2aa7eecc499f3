import type { Equipment } from '@/lib/schemas/exercise'

/** What a person has to train with, as a filter. */
export const PLAN_GEAR = ['no_barbell', 'dumbbells', 'bodyweight'] as const
type PlanGear = (typeof PLAN_GEAR)[number]

const BARS: readonly Equipment[] = ['barbell', 'ez_bar', 'trap_bar', 'landmine']

const IS_AT_HAND: Record<PlanGear, (item: Equipment) => boolean> = {
  no_barbell: (item) => !BARS.includes(item),
  dumbbells: (item) => item === 'none' || item === 'dumbbell',
  bodyweight: (item) => item === 'none' || item === 'band' || item === 'other',
}

/** Whether every exercise can be done with one of the items it takes. */
export const isDoableWith = (
  gear: PlanGear,
  exercises: readonly (readonly Equipment[])[],
): boolean => exercises.every((items) => items.some(IS_AT_HAND[gear]))

/**
 * What exercises need besides the floor, each item once, apart from what has no name here. Of alternatives the first counts, unless
 * another is needed anyway.
 */
export function equipmentOf(exercises: readonly (readonly Equipment[])[]): Equipment[] {
  const needed = new Set<Equipment>(['none'])
  const byChoice = exercises.toSorted((a, b) => a.length - b.length)
  for (const [usual, ...others] of byChoice)
    if (usual && usual !== 'other' && ![usual, ...others].some((item) => needed.has(item)))
      needed.add(usual)
  needed.delete('none')
  return [...needed]
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('×', 'x')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** Whether each word of a query begins a word of the text, a plural s aside. */
export function hasWords(text: string, query: string): boolean {
  const words = wordsOf(text)
  const begins = (part: string) => words.some((word) => word.startsWith(part))
  return wordsOf(query).every((part) => begins(part) || begins(part.replace(/s$/, '')))
}

/** Days with rest between, by how many there are; 0 = Sunday. */
const USUAL_DAYS: Record<number, readonly number[]> = {
  1: [1],
  2: [1, 4],
  3: [1, 3, 5],
  4: [1, 2, 4, 5],
  5: [1, 2, 3, 4, 5],
  6: [1, 2, 3, 4, 5, 6],
  7: [0, 1, 2, 3, 4, 5, 6],
}
export const usualDays = (count: number): readonly number[] => USUAL_DAYS[count] ?? []

/**
 * Puts the workouts of a program's week on days, in order; on more days than the week has workouts
 * it starts over.
 *
 * @param week places of the program's days, at least one
 * @param days days of the week, 0 = Sunday, in any order
 */
export function workoutsOnDays(
  week: readonly number[],
  { days, firstDayOfWeek }: { days: readonly number[]; firstDayOfWeek: number },
): { dayOfWeek: number; place: number }[] {
  const fromFirst = (day: number) => (day - firstDayOfWeek + 7) % 7
  return [...new Set(days)]
    .toSorted((a, b) => fromFirst(a) - fromFirst(b))
    .map((dayOfWeek, at) => ({ dayOfWeek, place: week[at % week.length] ?? 0 }))
}

/**
 * The name of a routine with its own part in front, `Day 1 · Dumbbell Full Body`, where others have the same
 * beginning: a list on a narrow screen cuts off the end, and there they would all look alike.
 */
export function dayFirst(name: string, all: readonly string[]): string {
  const comma = name.lastIndexOf(', ')
  const [program, day] = [name.slice(0, comma), name.slice(comma + 2)]
  const isShared = all.filter((other) => other.startsWith(`${program}, `)).length > 1
  if (comma < 1 || !day || !isShared) return name
  return `${day.replace(/^./u, (letter) => letter.toUpperCase())} · ${program}`
}

/** Whether the workouts of a program take turns, so that every other week starts with another one. */
export const alternates = (week: readonly number[]): boolean =>
  week.length > 1 && week[0] === week.at(-1) && new Set(week).size === 2
