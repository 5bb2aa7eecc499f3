import { describe, expect, it } from 'vitest'
import { type RoutineDocument, routineDocumentSchema } from '@/lib/schemas/plan'
import {
  bench,
  doneAsPlanned,
  idOf,
  lineOf,
  logOf,
  planOf,
  pullUp,
  row,
  setOf,
  single,
  squat,
  update,
  updateSome,
  without,
} from '@/tests/helpers/routine-update'
import type { DoneExercise } from './pair-exercises'

/** Two exercises that took turns in the workout, in one block of a number the plan does not have. */
const inTurns = (log: DoneExercise): DoneExercise => ({ ...log, block: 9, blockKind: 'superset' })

describe('the blocks of a routine after a workout of it', () => {
  const routine = single(lineOf(bench, { restSeconds: 90, notes: 'Elbows in' }), lineOf(row))

  it('offers a superset that was made in the workout, and keeps sets and rests', () => {
    const { changes, document } = update(routine, (done) => done.map(inTurns))
    expect(changes).toEqual([
      { kind: 'joined', blockKind: 'superset', names: ['Bench press', 'Row'] },
    ])
    expect(document.blocks).toMatchObject([
      {
        kind: 'superset',
        rounds: 1,
        exercises: routine.blocks.flatMap((block) => block.exercises),
      },
    ])
  })

  it('offers a superset with an exercise that is new, which comes along, and stands alone where it is not taken', () => {
    const curl = inTurns(logOf(idOf(4), { block: 9, position: 0.5, sets: [setOf(20, 10)] }))
    const done = doneAsPlanned(routine).map((log, at) => (at === 0 ? inTurns(log) : log))
    const { document } = update(routine, () => [...done, curl])
    const shape = (from: RoutineDocument) =>
      from.blocks.map(({ kind, exercises }) => [kind, ...exercises.map((line) => line.exerciseId)])
    expect(shape(document)).toEqual([
      ['superset', idOf(bench), idOf(4)],
      ['single', idOf(row)],
    ])
    const together = updateSome(routine, [...done, curl], ({ kind }) => kind === 'joined')
    expect(shape(together)).toEqual(shape(document))
    const alone = updateSome(routine, [...done, curl], ({ kind }) => kind === 'added')
    expect(shape(alone)).toEqual([
      ['single', idOf(bench)],
      ['single', idOf(4)],
      ['single', idOf(row)],
    ])
  })

  it('takes an exercise into a circuit with as many sets as it had', () => {
    const circuit = planOf(single(lineOf(squat), lineOf(pullUp)))
    const mixed = routineDocumentSchema.parse({
      name: 'Legs',
      blocks: [
        {
          kind: 'circuit',
          rounds: 3,
          exercises: [lineOf(bench, { sets: 1 }), lineOf(row, { sets: 1 })],
        },
        { exercises: circuit.blocks[0]?.exercises.map(() => lineOf(squat)) },
      ],
    })
    const { lines, document } = update(mixed, (done) =>
      done.map((log) => ({ ...log, block: 0, blockKind: 'circuit' as const })),
    )
    expect(document.blocks).toMatchObject([{ kind: 'circuit', rounds: 3 }])
    expect(lines[0]?.map(({ exerciseId, sets }) => [exerciseId, sets])).toEqual([
      [idOf(bench), 1],
      [idOf(row), 1],
      [idOf(squat), 1],
    ])
  })

  it('keeps the kind of every block, whatever else changes', () => {
    const superset = routineDocumentSchema.parse({
      name: 'Pairs',
      blocks: [
        {
          kind: 'superset',
          rounds: 3,
          restSeconds: 60,
          exercises: [bench, row].map((each) => lineOf(each, { sets: 1 })),
        },
      ],
    })
    const swap = logOf(idOf(pullUp), {
      ...{ block: 0, position: 1, sets: [setOf(10, 8)] },
      blockKind: 'superset',
    })
    const { document } = update(superset, without(0, swap))
    expect(document.blocks).toMatchObject([{ kind: 'superset', rounds: 3, restSeconds: 60 }])
    expect(document.blocks[0]?.exercises.map((line) => line.exerciseId)).toEqual([
      idOf(pullUp),
      idOf(row),
    ])
  })
})
