import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RoutineDocument, routineDocumentSchema } from '@/lib/schemas/plan'
import { addToRoutine, applyRoutineIntent } from './routine-edit'

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** A routine from the sizes of its blocks; every exercise has an id and notes of its own. */
function routine(...sizes: number[]): RoutineDocument {
  let n = 0
  const exercise = () => ({ exerciseId: id(n), notes: `note ${n++}`, sets: 3, repsMin: 5 })
  return routineDocumentSchema.parse({
    name: 'Day',
    blocks: sizes.map((size) => ({ exercises: Array.from({ length: size }, exercise) })),
  })
}

const notesOf = ({ blocks }: RoutineDocument) =>
  blocks.map((block) => block.exercises.map((line) => Number(line.notes.slice(5))))

const press = (document: RoutineDocument, intent: string) =>
  applyRoutineIntent(document, intent).document

describe('moving', () => {
  it('an exercise goes past the edge into the next block, and back', () => {
    const start = routine(2, 1)
    const moved = press(start, 'move-down:0:1')
    expect(notesOf(moved)).toEqual([[0], [1, 2]])
    expect(press(moved, 'move-up:1:0')).toEqual(start)
  })

  it('keeps the focus on the same button at its new place', () => {
    expect(applyRoutineIntent(routine(2, 1), 'move-down:0:1').focus).toBe('move-down:1:0')
    expect(applyRoutineIntent(routine(1, 1), 'move-block-up:1').focus).toBe('move-block-up:0')
  })

  it('a dragged exercise takes the place of another, which moves on', () => {
    expect(notesOf(press(routine(3, 1), 'move-to:0:2:0:0'))).toEqual([[2, 0, 1], [3]])
    expect(notesOf(press(routine(3, 1), 'move-to:0:0:0:2'))).toEqual([[1, 2, 0], [3]])
    expect(notesOf(press(routine(2, 1), 'move-to:0:0:1:0'))).toEqual([[1], [0, 2]])
    expect(notesOf(press(routine(2, 1), 'move-to:0:0:7:0'))).toEqual([[0, 1], [2]])
  })

  it('a block changes place with its neighbour', () => {
    expect(notesOf(press(routine(1, 2), 'move-block-down:0'))).toEqual([[1, 2], [0]])
  })

  it.each(['move-up:0:0', 'move-down:1:0', 'move-block-up:0', 'move-block-down:1'])(
    '%s at the edge changes nothing',
    (intent) => {
      const start = routine(2, 1)
      expect(press(start, intent)).toEqual(start)
    },
  )
})

describe('sets', () => {
  it('the first press says each set by itself, the next repeats the last', () => {
    const once = press(routine(1), 'add-set:0:0')
    expect(once.blocks[0]?.exercises[0]?.setList.map((set) => set.repsMin)).toEqual([5, 5, 5])
    const twice = press(once, 'add-set:0:0')
    expect(twice.blocks[0]?.exercises[0]?.setList).toHaveLength(4)
  })

  it('stop at twenty', () => {
    let document = routine(1)
    for (let i = 0; i < 30; i++) document = press(document, 'add-set:0:0')
    expect(document.blocks[0]?.exercises[0]?.setList).toHaveLength(20)
  })
})

const shapes = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 })
const index = fc.integer({ min: 0, max: 5 })
const intents = fc
  .tuple(
    fc.constantFrom(
      ...['move-up', 'move-down', 'move-block-up', 'move-block-down', 'add-block'],
      ...['remove-block', 'remove', 'add-set', 'remove-set', 'undo', 'pick', 'nonsense'],
    ),
    index,
    index,
    index,
  )
  .map((parts) => parts.join(':'))

describe('any press', () => {
  it('leaves a routine that can be saved, and what it was given untouched', () => {
    fc.assert(
      fc.property(shapes, fc.array(intents, { maxLength: 12 }), (sizes, presses) => {
        let document = routine(...sizes)
        for (const intent of presses) {
          const before = structuredClone(document)
          const after = press(document, intent)
          expect(document).toEqual(before)
          expect(routineDocumentSchema.parse(after)).toEqual(after)
          document = after
        }
      }),
    )
  })

  it('that takes something out can be undone', () => {
    fc.assert(
      fc.property(
        shapes,
        fc.constantFrom('remove-block', 'remove', 'remove-set'),
        fc.tuple(index, index, index),
        (sizes, verb, at) => {
          const start = press(routine(...sizes), 'add-set:0:0')
          const edited = applyRoutineIntent(start, `${verb}:${at.join(':')}`)
          if (!edited.removed) {
            expect(edited.document).toEqual(start)
            return
          }
          expect(edited.document).not.toEqual(start)
          expect(applyRoutineIntent(edited.document, 'undo', edited.removed).document).toEqual(
            start,
          )
        },
      ),
    )
  })

  it('that moves keeps every exercise exactly once', () => {
    fc.assert(
      fc.property(shapes, fc.array(intents.filter((it) => it.startsWith('move'))), (sizes, all) => {
        const start = routine(...sizes)
        const end = all.reduce(press, start)
        expect(notesOf(end).flat().sort()).toEqual(notesOf(start).flat().sort())
      }),
    )
  })
})

describe('adding an exercise', () => {
  it('goes to the end of its block, or begins a new one', () => {
    const press = { id: id(99), tracking: 'weight_reps' } as const
    const inBlock = addToRoutine(routine(2, 1), 0, press)
    expect(inBlock).toMatchObject({ block: 0, exercise: 2 })
    expect(inBlock.document.blocks[0]?.exercises[2]).toMatchObject({
      exerciseId: id(99),
      repsMin: 8,
      repsMax: 12,
    })
    const beyond = addToRoutine(routine(2), 7, { id: id(98), tracking: 'duration' })
    expect(beyond).toMatchObject({ block: 1, exercise: 0 })
    expect(beyond.document.blocks[1]?.exercises[0]).toMatchObject({
      exerciseId: id(98),
      durationSeconds: 30,
      repsMin: null,
    })
  })
})
