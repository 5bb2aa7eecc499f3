import { describe, expect, it } from 'vitest'
import { readPlanWords } from './plan-words'

describe('readPlanWords', () => {
  it.each<[string, object]>([
    ['beginner no barbell', { level: 'beginner', gear: 'no_barbell', rest: '' }],
    ['Beginners without a barbell', { level: 'beginner', gear: 'no_barbell', rest: '' }],
    ['intermediate squat', { level: 'intermediate', rest: 'squat' }],
    ['advanced', { level: 'advanced', rest: '' }],
    ['3 days', { days: 3, rest: '' }],
    ['three days a week', { days: 3, rest: '' }],
    ['4-day split', { days: 4, rest: 'split' }],
    ['3x beginner', { days: 3, level: 'beginner', rest: '' }],
    ['2 times per week', { days: 2, rest: '' }],
    ['dumbbells only', { gear: 'dumbbells', rest: '' }],
    ['full body dumbbell', { gear: 'dumbbells', rest: 'full body' }],
    ['body weight', { gear: 'bodyweight', rest: '' }],
    ['no equipment, 30 min', { gear: 'bodyweight', minutes: 30, rest: '' }],
    ['program for the gym', { rest: '' }],
    ['hill repeats', { rest: 'hill repeats' }],
    ['stronglifts 5x5', { rest: 'stronglifts 5x5' }],
    ['5/3/1 boring', { rest: '5/3/1 boring' }],
  ])('reads “%s”', (query, filters) => {
    expect(readPlanWords(query)).toEqual(filters)
  })
})
