import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { ValidationError } from '@/lib/core/errors'
import { newId } from '@/lib/core/id'
import { durationSecondsSchema, restSecondsSchema } from '@/lib/schemas/plan'
import { editWorkoutSchema } from '@/lib/schemas/training-operations'
import { describeError, toValidationError } from './describe-error'
import { formSchema, readForm, typedValues } from './form-data'

const schema = z.strictObject({
  weight: z.number().nullable().default(null),
  restSeconds: restSecondsSchema.nullable().default(null),
  durationSeconds: durationSecondsSchema.default(0),
  heightInches: z.number().min(20).max(98).meta({ unit: 'inches' }).optional(),
  sets: z.array(z.strictObject({ durationSeconds: durationSecondsSchema.nullable() })).default([]),
})

const form = (entries: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(entries)) data.append(name, value)
  return data
}
const parse = (entries: Record<string, string>) => formSchema(schema).parse(readForm(form(entries)))

describe('a posted form', () => {
  it('reads decimal commas, and times with a colon or in seconds', () => {
    expect(
      parse({
        ...{ weight: '102,5', restSeconds: '1:30', durationSeconds: '1:02:03' },
        'sets[0].durationSeconds': '45',
      }),
    ).toEqual({
      ...{ weight: 102.5, restSeconds: 90, durationSeconds: 3723 },
      sets: [{ durationSeconds: 45 }],
    })
  })

  it('takes an empty field for one that was left out', () => {
    expect(parse({ weight: '', restSeconds: ' ', durationSeconds: '' })).toEqual({
      ...{ weight: null, restSeconds: null, durationSeconds: 0, sets: [] },
    })
  })

  it.each([
    ['soon', 'duration'],
    ['1:75', 'duration'],
    ['10:01', 'atMost'],
    ['-1:00', 'duration'],
  ])('says in words what is wrong with a rest of %s', (restSeconds, key) => {
    const raw = readForm(form({ restSeconds }))
    const { error } = formSchema(schema).safeParse(raw)
    if (!error) throw new Error('It was accepted')
    expect(toValidationError(error, raw).fields.restSeconds).toMatchObject([{ key }])
  })

  it.each([
    ['5 12', ['Enter a height such as 5\'11".']],
    [`1'7"`, ['Must be at least 1\'8".']],
    ['99', ['Must be at most 8\'2".']],
  ])('says in feet and inches what is wrong with a height of %s', (heightInches, sentences) => {
    const raw = readForm(form({ heightInches }))
    const { error } = formSchema(schema).safeParse(raw)
    if (!error) throw new Error('It was accepted')
    expect(describeError(toValidationError(error, raw)).fields).toEqual({ heightInches: sentences })
    expect(parse({ heightInches: `5'11"` })).toMatchObject({ heightInches: 71 })
  })

  it('ignores what React adds, and keeps what was typed but for passwords', () => {
    const data = form({ $ACTION_ID_1: 'x', weight: '80', password: 'secret', newPassword: 's' })
    expect(readForm(data)).not.toHaveProperty('$ACTION_ID_1')
    expect(typedValues(data)).toEqual({ weight: '80' })
  })

  it.each(['__proto__[isAdmin]', '__proto__.isAdmin', 'constructor.prototype.isAdmin'])(
    'refuses a field called %s, and nothing has it afterwards',
    (name) => {
      const form = new FormData()
      form.set(name, 'yes')
      expect(() => readForm(form)).toThrow(ValidationError)
      expect(Reflect.get({}, 'isAdmin')).toBeUndefined()
    },
  )

  it('refuses a field that comes twice where one is meant', () => {
    const form = new FormData()
    form.append('name', 'Kim')
    form.append('name', 'Sam')
    const schema = formSchema(z.strictObject({ name: z.string() }))
    expect(schema.safeParse(readForm(form)).success).toBe(false)
  })

  it('gives each posted change of a workout ids of its own', () => {
    const posted = { type: 'addExercise', sessionId: newId(), exerciseId: newId() }
    const schema = formSchema(editWorkoutSchema)
    const ids = [1, 2, 3].flatMap(() => {
      const { id, exerciseLogId, setIds } = Object(schema.parse(posted))
      return [id, exerciseLogId, ...setIds]
    })
    expect(new Set(ids).size).toBe(3 * 22)
  })
})
