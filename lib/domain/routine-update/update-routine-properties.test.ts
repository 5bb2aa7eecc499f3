import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { routineDocumentSchema } from '@/lib/schemas/plan'
import { newRoutineSchema } from '@/lib/schemas/routine'
import { doneAsPlanned, idOf, logOf, planOf, setOf } from '@/tests/helpers/routine-update'
import { updateRoutine } from './update-routine'

describe('whatever was planned and done', () => {
  const kinds = fc.constantFrom('normal' as const, 'warmup' as const, 'drop' as const)
  const weights = fc.integer({ min: 0, max: 30_000 }).map((value) => value / 100)
  const target = fc
    .record({
      reps: fc.option(fc.integer({ min: 1, max: 50 })),
      wide: fc.integer({ min: 0, max: 5 }),
      weight: fc.option(weights),
      percent: fc.option(fc.constant(80), { freq: 5 }),
    })
    .map(({ reps, wide, weight, percent }) => ({
      ...{ repsMin: reps, repsMax: reps === null ? null : reps + wide, weight },
      ...{ weightUnit: weight === null ? null : ('kg' as const), percentOfMax: percent },
    }))
  const line = fc.record({
    sets: fc.integer({ min: 1, max: 20 }),
    target,
    setList: fc.array(fc.tuple(kinds, target), { maxLength: 4 }),
    notes: fc.constantFrom('', 'Slowly'),
    rule: fc.option(fc.constantFrom('rpe' as const), { freq: 4 }),
  })
  const routines = fc
    .array(
      fc.record({
        kind: fc.constantFrom('single' as const, 'circuit' as const),
        rounds: fc.integer({ min: 1, max: 3 }),
        lines: fc.array(line, { maxLength: 3 }),
      }),
      { maxLength: 4 },
    )
    .map((blocks) => {
      let exercise = 0
      return routineDocumentSchema.parse({
        name: 'Any',
        blocks: blocks.map(({ lines, ...block }) => ({
          ...block,
          exercises: lines.map(({ target: own, setList, rule, ...about }) => ({
            ...{ exerciseId: idOf(exercise++), ...own, ...about },
            progression: rule && { kind: rule },
            setList: setList.map(([kind, each]) => ({ kind, ...each })),
          })),
        })),
      })
    })
  const edit = fc.record({
    isOut: fc.boolean(),
    isSwap: fc.boolean(),
    at: fc.integer({ min: 0, max: 9 }),
    sets: fc.array(
      fc.tuple(
        fc.boolean(),
        kinds,
        fc.option(weights),
        fc.option(fc.integer({ min: 0, max: 200 })),
      ),
      { maxLength: 25 },
    ),
  })

  it('nothing changes where all was done as planned', () => {
    fc.assert(
      fc.property(routines, (routine) => {
        const from = { plan: planOf(routine), done: doneAsPlanned(routine) }
        expect(updateRoutine(routine, from)).toEqual({ document: routine, changes: [] })
      }),
    )
  })

  it('the routine stays one that can be saved, and twice is once', () => {
    fc.assert(
      fc.property(routines, fc.array(edit, { maxLength: 8 }), fc.nat(), (routine, edits, some) => {
        const done = doneAsPlanned(routine)
        for (const [index, { isOut, isSwap, at, sets }] of edits.entries()) {
          const log = done[at % Math.max(1, done.length)]
          const figures = sets.map(([isCompleted, kind, weight, reps]) =>
            setOf(weight, reps, { isCompleted, kind }),
          )
          const position = log && isSwap ? log.position + 0.5 : at
          const block = log && isSwap ? log.block : 50 + index
          if (isOut && log) log.deletedAt = new Date()
          else if (log) log.sets = figures
          if (!isOut || isSwap)
            done.push(logOf(idOf(900 + index), { block, position, sets: figures }))
        }
        const from = { plan: planOf(routine), done }
        const { document, changes } = updateRoutine(routine, from)
        newRoutineSchema.parse(document)
        expect(changes.length > 0).toBe(JSON.stringify(document) !== JSON.stringify(routine))
        expect(updateRoutine(document, from).changes).toEqual([])
        // Any of the changes can be written without the others.
        const chosen = changes.filter((_, index) => (some >> (index % 30)) % 2 === 1)
        const isWanted = (key: string) => chosen.some((change) => change.key === key)
        const partly = updateRoutine(routine, from, isWanted)
        newRoutineSchema.parse(partly.document)
        expect(new Set(changes.map(({ key }) => key)).size).toBe(changes.length)
        for (const { key } of partly.changes) expect(isWanted(key)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
