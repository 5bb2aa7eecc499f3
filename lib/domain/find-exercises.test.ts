import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadExerciseCatalogue } from '@/lib/db/seed/exercise-catalogue'
import { exerciseNameKey } from './exercise-name'
import { exerciseFinder } from './find-exercises'

const library = loadExerciseCatalogue().map((each) => ({ ...each, isCustom: false, timesDone: 0 }))
const find = exerciseFinder(library)
const firstFor = (query: string) => find(query).exercises[0]?.slug

describe('exerciseFinder', () => {
  it.each([
    ['bench', 'barbell-bench-press'],
    ['bench press', 'barbell-bench-press'],
    ['press bench', 'barbell-bench-press'],
    ['benchpress', 'barbell-bench-press'],
    ['benc', 'barbell-bench-press'],
    ['squat', 'barbell-back-squat'],
    ['squats', 'barbell-back-squat'],
    ['front sq', 'barbell-front-squat'],
    ['row', 'barbell-bent-over-row'],
    ['rowing machine', 'rowing-machine'],
    ['cable row', 'seated-cable-row'],
    ['rdl', 'barbell-romanian-deadlift'],
    ['ohp', 'barbell-overhead-press'],
    ['pull up', 'pull-up'],
    ['pullup', 'pull-up'],
    ['Pull-Ups', 'pull-up'],
    ['chin', 'chin-up'],
    ['lat pulldown', 'lat-pulldown'],
    ['lateral raise', 'dumbbell-lateral-raise'],
    ['curl', 'dumbbell-curl'],
    ['hammer', 'hammer-curl'],
    ['deadlift', 'barbell-deadlift'],
    ['dead', 'barbell-deadlift'],
    ['leg press', 'leg-press'],
    ['hip thrust', 'barbell-hip-thrust'],
    ['incline db press', 'incline-dumbbell-bench-press'],
    ['db row', 'one-arm-dumbbell-row'],
  ])('puts what "%s" means first: %s', (query, slug) => {
    expect(firstFor(query)).toBe(slug)
  })

  it.each([
    ['benhc', 'barbell-bench-press'],
    ['benhc press', 'barbell-bench-press'],
    ['sqaut', 'barbell-back-squat'],
    ['lat pulldwon', 'lat-pulldown'],
    ['dealift', 'barbell-deadlift'],
    ['romainan deadlfit', 'barbell-romanian-deadlift'],
    ['tricpes pushdown', 'triceps-pushdown'],
  ])('forgives the slips of "%s" and says that %s is the nearest', (query, slug) => {
    expect(firstFor(query)).toBe(slug)
    expect(find(query).isNearest).toBe(true)
  })

  it('finds nothing for what is no exercise, and everything for nothing typed', () => {
    expect(find('xyzzyqwv')).toEqual({ exercises: [], isNearest: false })
    expect(find(' -%_ ').exercises).toHaveLength(library.length)
  })

  it('puts what a person does before what is common', () => {
    const own = library.map((each) => ({
      ...each,
      timesDone: each.slug === 'dumbbell-bench-press' ? 64 : 0,
    }))
    expect(exerciseFinder(own)('bench').exercises[0]?.slug).toBe('dumbbell-bench-press')
    expect(exerciseFinder(own)('').exercises[0]?.slug).toBe('dumbbell-bench-press')
  })

  it('puts the main work of a muscle before what only helps', () => {
    const { exercises } = find('press', 'triceps')
    const helps = exercises.findIndex(({ primaryMuscles }) => !primaryMuscles.includes('triceps'))
    const main = exercises.findLastIndex((each) => each.primaryMuscles.includes('triceps'))
    expect(main).toBeLessThan(helps)
  })

  it('puts an exercise first under its own name, whatever else a person does', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...library),
        fc.array(fc.nat(500), { minLength: library.length, maxLength: library.length }),
        ({ name }, times) => {
          const done = library.map((each, at) => ({ ...each, timesDone: times[at] ?? 0 }))
          const [first] = exerciseFinder(done)(name).exercises
          expect(exerciseNameKey(first?.name ?? '')).toBe(exerciseNameKey(name))
        },
      ),
      { numRuns: 20 },
    )
  })
})
