import { describe, expect, it } from 'vitest'
import { exerciseNameKey } from '@/lib/domain/exercise-name'
import { MUSCLE_GROUPS, TRACKING_KINDS } from '@/lib/schemas/exercise'
import { indexExerciseNames, loadExerciseCatalogue } from './exercise-catalogue'

const catalogue = loadExerciseCatalogue()

/** The catalogue's first exercise under another slug and other names. */
function makeExercise({
  slug,
  name,
  aliases = [],
}: Record<'slug' | 'name', string> & {
  aliases?: string[]
}) {
  const [first] = catalogue
  if (!first) throw new Error('The catalogue is empty')
  return { ...first, slug, name, aliases }
}

describe('the built-in exercises', () => {
  it('are at least 400, each with its own slug', () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(400)
    expect(new Set(catalogue.map(({ slug }) => slug)).size).toBe(catalogue.length)
  })

  it('use every muscle group as a main muscle and every kind of tracking', () => {
    const muscles = new Set(catalogue.flatMap(({ primaryMuscles }) => primaryMuscles))
    const kinds = new Set(catalogue.map(({ tracking }) => tracking))
    expect([...muscles].sort()).toEqual([...MUSCLE_GROUPS].sort())
    expect([...kinds].sort()).toEqual([...TRACKING_KINDS].sort())
  })

  it('name no muscle or equipment twice, and nothing besides no equipment', () => {
    for (const { slug, primaryMuscles, secondaryMuscles, equipment } of catalogue) {
      const muscles = [...primaryMuscles, ...secondaryMuscles]
      expect(new Set(muscles).size, slug).toBe(muscles.length)
      expect(new Set(equipment).size, slug).toBe(equipment.length)
      if (equipment.includes('none')) expect(equipment, slug).toEqual(['none'])
    }
  })

  it('have two to five sentences of instructions that no other exercise has', () => {
    const texts = catalogue.map(({ instructions }) => instructions.join(' '))
    expect(new Set(texts).size).toBe(texts.length)
    for (const { slug, instructions } of catalogue) {
      expect(instructions.length, slug).toBeGreaterThanOrEqual(2)
      expect(instructions.length, slug).toBeLessThanOrEqual(5)
      for (const step of instructions) expect(step, slug).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('have no alias that says the same as the name or another alias', () => {
    for (const { slug, name, aliases } of catalogue) {
      const keys = [name, ...aliases].map(exerciseNameKey)
      expect(new Set(keys).size, slug).toBe(keys.length)
    }
  })
})

describe('indexExerciseNames', () => {
  it.each([
    ['Squat', 'barbell-back-squat'],
    ['bench presses (BB)', 'barbell-bench-press'],
    ['Pull Up (Assisted)', 'assisted-pull-up'],
    ['Pull Up (Weighted)', 'weighted-pull-up'],
    ['Deadlift', 'barbell-deadlift'],
    ['DB RDL', 'dumbbell-romanian-deadlift'],
    ['OHP', 'barbell-overhead-press'],
    ['Triceps Rope Pushdown', 'rope-triceps-pushdown'],
    ['Squat (Smith Machine)', 'smith-machine-squat'],
    ["Farmer's Walk", 'farmers-carry'],
    ['Treadmill', 'treadmill-run'],
    ['Jogging', 'running'],
  ])('takes %s for %s', (name, slug) => {
    expect(indexExerciseNames(catalogue).get(exerciseNameKey(name))?.slug).toBe(slug)
  })

  it('refuses an alias that means two exercises', () => {
    const exercises = [
      makeExercise({ slug: 'one', name: 'Hollow Lift' }),
      makeExercise({ slug: 'two', name: 'Other Lift', aliases: ['Lift (Hollow)'] }),
    ]
    expect(() => indexExerciseNames(exercises)).toThrow('means both one and two')
  })

  it('refuses a name without a telling word', () => {
    const exercises = [makeExercise({ slug: 'one', name: 'Of the' })]
    expect(() => indexExerciseNames(exercises)).toThrow('no telling word')
  })
})
