import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { NotFoundError } from '@/lib/core/errors'
import { newId } from '@/lib/core/id'
import { toMeters } from '@/lib/domain/units'
import { ownData } from '@/lib/policies/own-data'
import { AuditRepository } from '@/lib/repositories/audit-repository'
import { SetRepository, type SetRow } from '@/lib/repositories/set-repository'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import { idSchema, optionalText, text } from '@/lib/schemas/text'
import { type CorrectedSet, correctedSetSchema } from '@/lib/schemas/workout'
import { recomputeRecords, type TouchedExercise, writeTotals } from './totals'

/**
 * Corrects a finished workout: the sets named are changed, added or taken out, what is not named
 * stays. Totals and records follow, and the trail keeps what was there before and after.
 */
export const correctWorkout = defineUseCase({
  name: 'workout.correct',
  kind: 'write',
  access: 'user',
  input: z.strictObject({
    sessionId: idSchema,
    name: text({ min: 1, max: 100 }),
    notes: optionalText(2000),
    sets: z.array(correctedSetSchema).max(500).default([]),
  }),
  output: z.object({ id: idSchema }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, actor, scope, input, now }) => {
    const workouts = new WorkoutRepository(tx, scope)
    const repository = new SetRepository(tx, scope)
    const session = await workouts.lock(input.sessionId, 'completed')
    const logs = await workouts.listExercises(session.id)
    const before = await repository.listOfSession(session.id)
    const touched: TouchedExercise[] = []
    const trail: Record<string, unknown>[] = []

    for (const corrected of input.sets) {
      const old = before.find((set) => set.id === corrected.setId)
      const log = logs.find((each) => each.id === (old?.exerciseLogId ?? corrected.exerciseLogId))
      if (!log || (corrected.setId && !old)) throw new NotFoundError()
      const values = performedValues(corrected)
      const since = old?.performedAt ?? session.completedAt ?? now
      if (old && corrected.isRemoved) {
        await repository.update(old.id, { deletedAt: now })
      } else if (old) {
        if (!isChanged(old, values)) continue
        await repository.update(old.id, { ...values, isCompleted: true, performedAt: since })
      } else if (isEmpty(values)) {
        continue
      } else {
        const others = before.filter((set) => set.exerciseLogId === log.id)
        await repository.add([
          {
            id: newId(),
            exerciseLogId: log.id,
            sessionId: session.id,
            exerciseId: log.exerciseId,
            setNumber: (others.at(-1)?.setNumber ?? 0) + 1,
            isCompleted: true,
            performedAt: since,
            ...values,
          },
        ])
      }
      touched.push({ id: log.exerciseId, tracking: log.tracking, since })
      trail.push({
        setId: old?.id ?? null,
        before: old ? figuresOf(old) : null,
        after: corrected.isRemoved ? null : values,
      })
    }

    await workouts.update(session.id, { name: input.name, notes: input.notes })
    await recomputeRecords(tx, scope, touched)
    await writeTotals(tx, scope, { id: session.id, bodyWeightKg: actor.bodyWeightKg })
    await new AuditRepository(tx).record({
      actorId: actor.userId,
      action: 'session_corrected',
      subjectType: 'workout_session',
      subjectId: session.id,
      ownerId: scope.athleteId,
      details: { sets: trail },
    })
    return { id: session.id }
  },
})

const performedValues = ({
  kind,
  reps,
  weight,
  weightUnit,
  durationSeconds,
  distance,
  distanceUnit,
  rpe,
}: CorrectedSet) => ({
  ...{ kind, reps, weight, weightUnit, durationSeconds, rpe },
  distanceMeters: distance === null ? null : toMeters(distance, distanceUnit),
})

type Figures = ReturnType<typeof performedValues>

/** The figures alone, always in the same order, so that equal ones have equal JSON. */
const figuresOf = ({
  kind,
  reps,
  weight,
  weightUnit,
  durationSeconds,
  distanceMeters,
  rpe,
}: Figures): Figures => ({
  ...{ kind, reps, weight, weightUnit, durationSeconds, rpe },
  distanceMeters,
})

const isChanged = (old: SetRow, values: Figures): boolean =>
  !isEmpty(values) &&
  (!old.isCompleted || JSON.stringify(figuresOf(old)) !== JSON.stringify(figuresOf(values)))

const isEmpty = (values: Figures): boolean =>
  values.reps === null && values.durationSeconds === null && values.distanceMeters === null
