import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exerciseNameKey } from './exercise-name'

const anyText = fc.string({ unit: 'binary', maxLength: 60 })

describe('exerciseNameKey', () => {
  it.each([
    ['Bench Press (Barbell)', 'Barbell bench presses'],
    ['Push-Up', 'Pushups'],
    ['Pull Up (Assisted)', 'assisted pull-ups'],
    ['Chest Flyes', 'Chest fly'],
    ['Cable Flies', 'Cable Fly'],
    ['Standing Calves Raise', 'Standing calf raises'],
    ["Farmer's Walk", 'Farmers walk'],
    ['DB RDL', 'Romanian Deadlift (Dumbbell)'],
    ['OHP', 'Overhead Press'],
    ['Squat (Smith Machine)', 'Smith Squat'],
    ['One-Legged Deadlift', 'Single leg deadlift'],
    ['Clean & Jerk', 'Clean and Jerk'],
    ['Elevação Pélvica', 'ELEVACAO PELVICA'],
    ['Triceps Extension', 'tricep extension'],
    ['Leg Press 45°', 'Leg Press 45'],
  ])('takes %s and %s for the same', (one, other) => {
    expect(exerciseNameKey(one)).toBe(exerciseNameKey(other))
  })

  it.each([
    ['Bench Press (Barbell)', 'Bench Press (Dumbbell)'],
    ['Leg Press', 'Leg Press Calf Raise'],
    ['Pull Up', 'Pulldown'],
    ['Chest Press', 'Chest Press (Machine)'],
    ['スクワット', 'ベンチプレス'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(exerciseNameKey(one)).not.toBe(exerciseNameKey(other))
  })

  it('gives nothing for a name without a telling word', () => {
    expect(exerciseNameKey(' (!) 💪 of the ')).toBe('')
  })

  it('changes nothing when applied twice, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const key = exerciseNameKey(name)
        expect(exerciseNameKey(key)).toBe(key)
      }),
    )
  })

  it('changes nothing when applied twice to words with a second spelling', () => {
    const word = fc.constantFrom('RDLs', 'one', 'Pullups', 'calves', 'flyes', 'bb', 'smith machine')
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const key = exerciseNameKey(words.join(' '))
        expect(exerciseNameKey(key)).toBe(key)
      }),
    )
  })

  it('does not depend on the order of the words', () => {
    const words = fc.array(fc.stringMatching(/^[\p{L}\p{N}]{1,12}$/u), { maxLength: 6 })
    const shuffled = words.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    )
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(exerciseNameKey(other.join(' '))).toBe(exerciseNameKey(list.join(' ')))
      }),
    )
  })

  it('does not depend on case, brackets or hyphens', () => {
    const word = fc.stringMatching(/^[a-z]{1,10}$/)
    fc.assert(
      fc.property(word, word, (one, other) => {
        const plain = exerciseNameKey(`${one} ${other}`)
        expect(exerciseNameKey(`${one.toUpperCase()}-(${other})`)).toBe(plain)
      }),
    )
  })
})
