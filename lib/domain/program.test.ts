import { describe, expect, it } from 'vitest'
import { dayFirst, equipmentOf, hasWords, isDoableWith, workoutsOnDays } from './program'

describe('the gear of a program', () => {
  it('lists the first item of each exercise once', () => {
    expect(equipmentOf([['dumbbell', 'kettlebell'], ['none'], ['dumbbell'], ['cable']])).toEqual([
      'dumbbell',
      'cable',
    ])
  })

  it('is at hand when each exercise has an item that is', () => {
    const exercises = [['barbell', 'dumbbell'], ['none']] as const
    expect(isDoableWith('no_barbell', exercises)).toBe(true)
    expect(isDoableWith('dumbbells', exercises)).toBe(true)
    expect(isDoableWith('bodyweight', exercises)).toBe(false)
    expect(isDoableWith('no_barbell', [['ez_bar']])).toBe(false)
  })
})

describe('a search for programs', () => {
  it.each([
    ['5x5', 'StrongLifts 5×5'],
    ['squats', 'Goblet Squat'],
    ['GOB squ', 'Goblet Squat'],
  ])('finds %s in %s', (query, text) => expect(hasWords(text, query)).toBe(true))

  it('needs every word', () => expect(hasWords('Goblet Squat', 'goblet press')).toBe(false))
})

describe('the days of a program', () => {
  it('follow the person’s week and start over when there are more', () => {
    expect(workoutsOnDays([0, 1], { days: [0, 3, 1], firstDayOfWeek: 1 })).toEqual([
      { dayOfWeek: 1, place: 0 },
      { dayOfWeek: 3, place: 1 },
      { dayOfWeek: 0, place: 0 },
    ])
  })
})

describe('dayFirst', () => {
  const own = ['Starting Strength, phase 1, workout A', 'Starting Strength, phase 1, workout B']
  it.each([
    ['puts the day before its program', own, 'Workout A · Starting Strength, phase 1'],
    ['leaves a name with a comma that has no siblings', own.slice(0, 1), own[0]],
  ])('%s', (_what, all, shown) => expect(dayFirst(own[0] ?? '', all)).toBe(shown))
})
