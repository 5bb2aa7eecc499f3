import { describe, expect, it } from 'vitest'
import { rulesFor } from '@/lib/domain/progression'
import type { Tracking } from '@/lib/schemas/exercise'
import type { RoutineTemplate, Target } from '@/lib/schemas/plan'
import { loadExerciseCatalogue } from './exercise-catalogue'
import { PROGRAMS } from './program-catalogue'
import { loadTemplateCatalogue } from './template-catalogue'

const catalogue = loadTemplateCatalogue()
const trackings = new Map(loadExerciseCatalogue().map(({ slug, tracking }) => [slug, tracking]))

const lines = catalogue.flatMap(({ slug, blocks }) =>
  blocks.flatMap(({ exercises }) =>
    exercises.map((line) => ({ ...line, label: `${slug}: ${line.exercise}` })),
  ),
)

/** What a line asks for: its single sets where it has them, otherwise the line itself. */
const listTargets = (line: (typeof lines)[number]): Target[] =>
  line.setList.length > 0 ? line.setList : [line]

const FILLED_BY: Record<Tracking, readonly (keyof Target)[]> = {
  weight_reps: ['repsMin'],
  bodyweight_reps: ['repsMin'],
  weighted_bodyweight: ['repsMin'],
  assisted_bodyweight: ['repsMin'],
  reps: ['repsMin'],
  duration: ['durationSeconds'],
  weight_duration: ['durationSeconds'],
  distance_duration: ['distanceMeters', 'durationSeconds'],
  weight_distance: ['distanceMeters'],
}

const countGoal = (goal: RoutineTemplate['goal']) =>
  catalogue.filter((template) => template.goal === goal).length

describe('the built-in templates', () => {
  it('are at least 32, with enough for every goal', () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(32)
    expect(countGoal('strength')).toBeGreaterThanOrEqual(10)
    expect(countGoal('muscle')).toBeGreaterThanOrEqual(10)
    expect(countGoal('conditioning')).toBeGreaterThanOrEqual(4)
    expect(countGoal('running')).toBeGreaterThanOrEqual(5)
    expect(countGoal('mobility')).toBeGreaterThanOrEqual(1)
  })

  it.each(catalogue)('$slug says how long, how hard and what for, with 1 to 50 exercises', (t) => {
    expect(t.estimatedMinutes).not.toBeNull()
    expect(t.level).not.toBeNull()
    expect(t.goal).not.toBeNull()
    expect(t.description).toMatch(/^.{80,}\.$/)
    const count = t.blocks.flatMap(({ exercises }) => exercises).length
    expect(count).toBeGreaterThanOrEqual(1)
    expect(count).toBeLessThanOrEqual(50)
  })

  it.each(catalogue)('$slug has blocks that are what they are called', ({ blocks }) => {
    for (const { kind, rounds, exercises, timeCapSeconds } of blocks) {
      if (kind === 'superset' || kind === 'circuit') {
        expect(exercises.length).toBeGreaterThanOrEqual(2)
      }
      if (kind === 'single') expect([exercises.length, rounds]).toEqual([1, 1])
      if (kind === 'superset') expect(new Set(exercises.map(({ sets }) => sets)).size).toBe(1)
      if (kind === 'interval') expect(rounds).toBeGreaterThanOrEqual(2)
      const isTimed = kind === 'emom' || kind === 'amrap' || kind === 'for_time'
      expect(timeCapSeconds !== null).toBe(isTimed)
    }
  })

  it('ask of every set what its exercise counts', () => {
    for (const line of lines) {
      const tracking = trackings.get(line.exercise)
      if (!tracking) throw new Error(`${line.label} is not built in`)
      for (const target of listTargets(line)) {
        const filled = FILLED_BY[tracking].filter((field) => target[field] !== null)
        expect(filled, line.label).not.toEqual([])
      }
    }
  })

  it('have rules of progression only where they make sense', () => {
    const ruled = lines.filter((line) => line.progression)
    expect(new Set(ruled.map((line) => line.progression?.kind))).toEqual(
      new Set(['linear', 'double', 'wave']),
    )
    for (const { exercise, progression, repsMin, repsMax, label } of ruled) {
      const tracking = trackings.get(exercise)
      if (!tracking || !progression) throw new Error(label)
      expect(rulesFor(tracking), label).toContain(progression.kind)
      if (progression.kind === 'double') expect(repsMax, label).toBeGreaterThan(repsMin ?? 0)
    }
  })

  it('give a least number of reps before the most, and no most where the end is open', () => {
    for (const line of lines) {
      for (const { repsMin, repsMax, isAmrap } of listTargets(line)) {
        if (isAmrap) expect(repsMax, line.label).toBeNull()
        else if (repsMin !== null) expect(repsMax, line.label).toBeGreaterThanOrEqual(repsMin)
      }
    }
  })

  it('count the sets of a line as they list them', () => {
    for (const { label, sets, setList } of lines) {
      if (setList.length > 0) expect(setList.length, label).toBe(sets)
    }
  })

  it('say the rest after every set that another follows', () => {
    for (const { slug, blocks } of catalogue) {
      for (const block of blocks) {
        if (block.kind !== 'single' && block.kind !== 'superset') continue
        for (const line of block.exercises) {
          const rest = line.restSeconds ?? block.restSeconds
          const isLast = line === block.exercises.at(-1)
          if (line.sets > 1 && isLast) expect(rest, `${slug}: ${line.exercise}`).toBeGreaterThan(0)
        }
      }
    }
  })
})

describe('the built-in programs', () => {
  it.each(PROGRAMS)('$slug has days that are there and named after it', (program) => {
    for (const slug of program.days) {
      const template = catalogue.find((one) => one.slug === slug)
      expect(template?.name.startsWith(program.name), slug).toBe(true)
    }
    expect(Math.max(...program.week)).toBeLessThan(program.days.length)
  })

  it('share no day and no slug', () => {
    const days = PROGRAMS.flatMap((program) => program.days)
    expect(new Set(days).size).toBe(days.length)
    expect(new Set(PROGRAMS.map(({ slug }) => slug)).size).toBe(PROGRAMS.length)
  })
})
