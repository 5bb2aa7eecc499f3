import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DocumentExercise, DocumentSet } from '@/lib/schemas/session-document'
import { type EditedSession, editSession, type SetEdit } from './session-edit'

const NOW = new Date('2026-03-01T12:00:00Z')
const IDS = ['a', 'b', 'c', 'd'] as const
const BENCH = 'bench'

const instant = fc.integer({ min: -1000, max: 0 }).map((offset) => new Date(NOW.getTime() + offset))

const figures = {
  reps: fc.option(fc.integer({ min: 0, max: 30 })),
  weight: fc.option(fc.integer({ min: 0, max: 2000 })),
  isCompleted: fc.boolean(),
  performedAt: fc.option(instant),
}

const namedSet = (ids: readonly string[]): fc.Arbitrary<DocumentSet> =>
  fc
    .record({ id: fc.constantFrom(...ids), deleted: fc.boolean() })
    .chain((set) =>
      fc
        .record(figures, { requiredKeys: [] })
        .map((named) => ({ ...set, ...named }) as DocumentSet),
    )

/** Sets of an exercise have ids of their own, as clients make them. */
const documentArb: fc.Arbitrary<DocumentExercise[]> = fc
  .uniqueArray(fc.constantFrom('one', 'two', 'three'))
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          exerciseId: fc.constant(BENCH),
          deleted: fc.boolean(),
          sets: fc.uniqueArray(namedSet(IDS.map((letter) => `${id}-${letter}`)), {
            selector: (set) => set.id,
          }),
        }),
      ),
    ),
  )

const empty = (): EditedSession => ({
  exercises: [],
  sets: [],
  trackings: new Map([[BENCH, 'weight_reps']]),
  unit: 'kg',
  from: new Date(NOW.getTime() - 86_400_000),
  to: NOW,
  now: NOW,
})

/** What a session is after an edit, as the writer leaves it in the tables. */
function apply(session: EditedSession, document: readonly DocumentExercise[]): EditedSession {
  const edit = editSession(document, session)
  if (edit.issues.length > 0) return session
  let [exercises, sets] = [[...session.exercises], [...session.sets]]
  for (const change of edit.exercises) {
    if (change.type === 'add')
      exercises.push({ ...change.exercise, tracking: 'weight_reps', deletedAt: null })
    if (change.type === 'remove') {
      const { id } = change.exercise
      exercises = exercises.map((log) => (log.id === id ? { ...log, deletedAt: NOW } : log))
      sets = sets.map((set) => (set.exerciseLogId === id ? { ...set, deletedAt: NOW } : set))
    }
  }
  for (const change of edit.sets) {
    if (change.type === 'add') sets.push({ ...change.set, deletedAt: null })
    else {
      const values = change.type === 'change' ? change.values : { deletedAt: NOW }
      sets = sets.map((set) => (set.id === change.id ? { ...set, ...values } : set))
    }
  }
  return { ...session, exercises, sets }
}

const history = fc.array(documentArb, { maxLength: 4 })
const replay = (documents: readonly DocumentExercise[][]) => documents.reduce(apply, empty())

it('the same document again changes nothing', () => {
  fc.assert(
    fc.property(history, documentArb, (before, document) => {
      const once = apply(replay(before), document)
      const again = editSession(document, once)
      if (again.issues.length > 0) return
      expect(again.exercises).toEqual([])
      const untimed = again.sets.filter((set) => set.type !== 'remove')
      expect(untimed).toEqual([])
      expect(again.touched).toEqual([])
    }),
  )
})

it('what was removed once never comes back, whatever is said later', () => {
  fc.assert(
    fc.property(history, documentArb, (before, document) => {
      const session = replay(before)
      const after = apply(session, document)
      for (const kind of ['exercises', 'sets'] as const) {
        const gone = session[kind].filter((part) => part.deletedAt)
        for (const part of gone) expect(after[kind].find(({ id }) => id === part.id)).toEqual(part)
      }
    }),
  )
})

it('what a document does not name stays as it is, and what is done says what and when', () => {
  fc.assert(
    fc.property(history, documentArb, (before, document) => {
      const session = replay(before)
      const after = apply(session, document)
      const named = new Set(document.flatMap((log) => [log.id, ...log.sets.map(({ id }) => id)]))
      for (const set of session.sets)
        if (!named.has(set.id) && !named.has(set.exerciseLogId))
          expect(after.sets).toContainEqual(set)
      for (const set of after.sets) {
        expect(set.isCompleted).toBe(set.performedAt !== null)
        if (set.isCompleted) expect(set.reps).not.toBeNull()
        expect(set.weight ?? 0).toBeLessThanOrEqual(1500)
      }
    }),
  )
})

const idOf = (change: SetEdit) => (change.type === 'add' ? change.set.id : change.id)

it('an instant that a change moves away from, or to, is among the touched ones', () => {
  fc.assert(
    fc.property(history, documentArb, (before, document) => {
      const session = replay(before)
      const edit = editSession(document, session)
      if (edit.issues.length > 0) return
      const applied = apply(session, document).sets
      const since = Math.min(...edit.touched.map((touched) => touched.since.getTime()))
      for (const change of edit.sets) {
        const old = session.sets.find(({ id }) => id === idOf(change))
        const now = applied.find(({ id }) => change.type !== 'remove' && id === idOf(change))
        for (const time of [old?.performedAt, now?.performedAt])
          if (time) expect(since).toBeLessThanOrEqual(time.getTime())
      }
    }),
  )
})

it('a set that nobody has ever done is a slip until its figures change', () => {
  const say = (session: EditedSession, set: Partial<DocumentSet>) =>
    apply(session, [
      {
        ...{ id: 'one', exerciseId: BENCH, deleted: false },
        sets: [{ id: 'one-a', deleted: false, ...set }],
      },
    ])
  const slipped = say(empty(), { reps: 877, isCompleted: true })
  expect(slipped.sets).toMatchObject([{ reps: 877, isSlip: true }])
  expect(say(slipped, { rpe: 8 }).sets).toMatchObject([{ isSlip: true }])
  expect(say(slipped, { reps: 8 }).sets).toMatchObject([{ reps: 8, isSlip: false }])
})
