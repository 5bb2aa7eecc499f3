import { createTranslator } from 'next-intl'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messages } from '@/lib/i18n/messages'
import { createTestDatabase, type TestDatabase } from '@/tests/helpers/database'
import { callAs, createPerson } from '@/tests/helpers/people'
import { listRoutines } from '../routines/read-routines'
import { createRoutine } from '../routines/write-routines'
import { getSchedule, putSchedule } from '../schedule/schedule'
import { addProgram, undoProgram } from './add-program'
import { getProgram, searchPlans } from './read-programs'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database?.drop())

const person = () => createPerson(database.db)

describe('the list of programs', () => {
  const find = async (input: object) =>
    (await callAs(await person(), searchPlans, input)).plans.map(({ name }) => name)

  it('has each program once instead of its days, then single workouts', async () => {
    const names = await find({})
    expect(names.filter((name) => name.startsWith('5/3/1'))).toEqual([
      '5/3/1 for Beginners',
      '5/3/1 Boring But Big',
    ])
    expect(names.indexOf('Couch to 5K')).toBeLessThan(names.indexOf('Hill repeats'))
  })

  it('is as long as the front page says', async () => {
    const count = (await find({})).length
    const t = createTranslator({ locale: 'en', messages })
    expect(t('common.landing.points.plans.body')).toContain(t('routines.plansFound', { count }))
  })

  it.each<[string, object, string[]]>([
    [
      'a beginner’s plan for three days without a barbell',
      { level: 'beginner', days: 3, gear: 'no_barbell', goal: 'general' },
      ['Dumbbell Full Body', 'Machine Full Body'],
    ],
    ['a tag and a word of the name', { q: '5/3/1 boring' }, ['5/3/1 Boring But Big']],
    [
      'the same in words',
      { q: 'beginner, 3 days, no barbell', goal: 'general' },
      ['Dumbbell Full Body', 'Machine Full Body'],
    ],
    [
      'what words say that some plan has',
      { q: 'normal beginner’s plan, three days a week, no barbell', goal: 'general' },
      ['Dumbbell Full Body', 'Machine Full Body'],
    ],
    [
      'a name with a filter’s word',
      { q: '5/3/1 beginners', goal: 'strength' },
      ['5/3/1 for Beginners'],
    ],
    ['an exercise', { q: 'goblet squats', goal: 'general' }, ['Dumbbell Full Body']],
    ['a muscle', { q: 'quadriceps', goal: 'mobility', minutes: 10 }, ['Stretch after running']],
    [
      'short workouts',
      { goal: 'mobility', minutes: 10 },
      ['Desk break for shoulders and back', 'Stretch after running'],
    ],
  ])('is narrowed to %s', async (_what, input, names) => {
    expect(await find(input)).toEqual(names)
  })
})

describe('a program', () => {
  it('names its days, what they ask for, and its gear', async () => {
    const program = await callAs(await person(), getProgram, { slug: 'stronglifts-5x5' })
    expect(program).toMatchObject({ level: 'beginner', equipment: ['barbell'], week: [0, 1, 0] })
    expect(program.days.map(({ name }) => name)).toEqual(['Workout A', 'Workout B'])
    expect(program.days[0]?.exercises[0]).toMatchObject({
      name: 'Barbell Back Squat',
      sets: [{ count: 5, text: '5' }],
    })
  })

  it('is added as a whole beside what is planned, and undone', async () => {
    const actor = await person()
    const { routineId } = await callAs(actor, createRoutine, { name: 'Swim' })
    await callAs(actor, putSchedule, { entries: [{ dayOfWeek: 1, routineId }] })
    const week = async () =>
      (await callAs(actor, getSchedule, {})).entries.map(
        ({ dayOfWeek, name, isActive }) => `${dayOfWeek} ${name}${isActive ? '' : ' (paused)'}`,
      )

    const slug = 'stronglifts-5x5'
    const beside = await callAs(actor, addProgram, { slug, days: [5, 1, 3] })
    expect(await week()).toEqual([
      '1 StrongLifts 5×5, workout A',
      '1 Swim',
      '3 StrongLifts 5×5, workout B',
      '5 StrongLifts 5×5, workout A',
    ])
    await callAs(actor, undoProgram, beside)
    expect(await week()).toEqual(['1 Swim'])

    const mode = async () => (await callAs(actor, getSchedule, {})).mode
    const inTurns = await callAs(actor, addProgram, { slug, days: [1, 3, 5], takesTurns: true })
    expect(await mode()).toBe('sequential')
    await callAs(actor, undoProgram, inTurns)
    expect(await mode()).toBe('calendar')

    const instead = await callAs(actor, addProgram, { slug, days: [1], pausesOthers: true })
    expect(await week()).toEqual(['1 StrongLifts 5×5, workout A', '1 Swim (paused)'])
    expect((await callAs(actor, listRoutines, {})).routines).toHaveLength(3)
    await callAs(actor, undoProgram, instead)
    expect(await week()).toEqual(['1 Swim'])
    expect((await callAs(actor, listRoutines, {})).routines).toHaveLength(1)
  })

  it('leaves nothing behind when the schedule has no room for it', async () => {
    const actor = await person()
    const ids: string[] = []
    for (let at = 0; at < 7; at++)
      ids.push((await callAs(actor, createRoutine, { name: `Routine ${at}` })).routineId)
    const days = [0, 1, 2, 3, 4, 5, 6]
    const entries = days.flatMap((dayOfWeek) => ids.map((routineId) => ({ dayOfWeek, routineId })))
    await callAs(actor, putSchedule, { entries })
    const slug = 'stronglifts-5x5'
    await expect(callAs(actor, addProgram, { slug, days: [1, 3, 5] })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect((await callAs(actor, listRoutines, {})).routines).toHaveLength(7)
  })

  it('that is unknown is not found', async () => {
    await expect(callAs(await person(), getProgram, { slug: 'none' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
