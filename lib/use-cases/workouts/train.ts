import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { NotFoundError } from '@/lib/core/errors'
import { reasonIn } from '@/lib/domain/reason-in'
import { unitOf } from '@/lib/domain/training/shown-sets'
import { USUAL_GEAR, withRack } from '@/lib/domain/usual-gear'
import { ownData } from '@/lib/policies/own-data'
import { CatalogueRepository } from '@/lib/repositories/catalogue-repository'
import { ProfileRepository } from '@/lib/repositories/profile-repository'
import { RecordRepository } from '@/lib/repositories/record-repository'
import { TrainingRepository } from '@/lib/repositories/training-repository'
import { WorkoutRepository } from '@/lib/repositories/workout-repository'
import { idSchema } from '@/lib/schemas/text'
import { catalogueSchema, trainingDocumentSchema } from '@/lib/schemas/training'
import type { Reading } from './lay-out'

/** A workout with everything that the training screen needs to go on by itself. Four statements. */
export const getTraining = defineUseCase({
  name: 'workout.train',
  kind: 'read',
  access: 'user',
  input: z.strictObject({ sessionId: idSchema }),
  output: trainingDocumentSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, input }) => {
    const open = await new TrainingRepository(tx, scope).find(
      { id: input.sessionId },
      actor.weightUnit,
    )
    if (!open) throw new NotFoundError('sessionNotFound')
    const { training, revision } = open
    const start = { id: training.id, startedAt: new Date(training.startedAt) }
    const around = await readPastAndPerson({ tx, scope, actor }, Object.keys(training.facts), start)
    const exercises = training.exercises.map((exercise) => ({
      ...exercise,
      reason:
        exercise.reason &&
        reasonIn(
          unitOf(training, exercise.exerciseId),
          exercise.reason,
          training.facts[exercise.exerciseId],
        ),
    }))
    return trainingDocumentSchema.parse({
      revision,
      training: { ...training, exercises },
      ...around,
    })
  },
})

/** What a live workout has to know beside itself: what came before it, and whose it is. Three statements. */
export async function readPastAndPerson(
  { tx, scope, actor }: Reading,
  exerciseIds: readonly string[],
  start: { id: string; startedAt: Date },
) {
  const previous = await new WorkoutRepository(tx, scope).listPreviousSets(exerciseIds, start)
  const standing = await new RecordRepository(tx, scope).listStandingAt(
    exerciseIds,
    start.startedAt,
  )
  const { restSeconds, gear } = await new ProfileRepository(tx, scope).get()
  const past = exerciseIds.map((id) => [
    id,
    {
      previous: previous.filter((set) => set.exerciseId === id && set.kind !== 'warmup'),
      standing: standing.filter((record) => record.exerciseId === id),
    },
  ])
  const { userId: id, distanceUnit, timeZone, bodyWeightKg } = actor
  return {
    past: Object.fromEntries(past),
    person: {
      ...{ id, distanceUnit, timeZone, bodyWeightKg, restSeconds },
      gear: withRack(gear ?? USUAL_GEAR),
    },
  }
}

/** Every exercise that may be added, for a phone that has to find them without a network. */
export const getCatalogue = defineUseCase({
  name: 'exercise.catalogue',
  kind: 'read',
  access: 'user',
  input: z.strictObject({}),
  output: catalogueSchema,
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope }) => new CatalogueRepository(tx, scope).list(),
})
