import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { localDate } from '@/lib/domain/local-date'
import { reasonIn } from '@/lib/domain/reason-in'
import { lineTexts } from '@/lib/domain/target-text'
import { inUnit } from '@/lib/domain/training/shown-sets'
import type { WeightUnit } from '@/lib/domain/units'
import { ownData } from '@/lib/policies/own-data'
import { ExerciseRepository } from '@/lib/repositories/exercise-repository'
import type { Target } from '@/lib/schemas/plan'
import { idSchema } from '@/lib/schemas/text'
import { type NextLine, nextLineSchema } from '@/lib/schemas/workout'
import { planUnlessEmpty, type Reading } from './lay-out'

/**
 * What a routine asks for in its next workout, line by line in its order; nothing without an exercise.
 * @throws NotFoundError for a routine that the person may not read
 */
export async function readNextWorkout(
  reading: Reading,
  { routineId, now }: { routineId: string; now: Date },
): Promise<NextLine[]> {
  const { actor, tx, scope } = reading
  const { weightUnit: unit } = actor
  const today = localDate({ instant: now, ...actor })
  const planned = await planUnlessEmpty(reading, routineId, today)
  const { plan, logs, sets } = planned ?? { plan: null, logs: [], sets: [] }
  const lines = plan?.blocks.flatMap(({ rounds, exercises }) =>
    exercises.map((line) => ({ rounds, line })),
  )
  // A bar and dumbbells go by what can be loaded in the person's unit, the rest by what can be read.
  const isConverted = sets.some(({ target }) => target?.weightUnit && target.weightUnit !== unit)
  const inSteps = isConverted
    ? await new ExerciseRepository(tx, scope).listLoadedInSteps(logs.map((log) => log.exerciseId))
    : null
  return (lines ?? []).flatMap(({ rounds, line }, position) => {
    const log = logs[position]
    if (!log) return []
    const facts = { isPlateLoaded: inSteps?.has(log.exerciseId) ?? true }
    const own = sets.filter((set) => set.exerciseLogId === log.id)
    const setList = own
      .slice(0, Math.ceil(own.length / rounds))
      .flatMap(({ kind, target }) =>
        target ? { kind, ...target, ...ofPerson(target, unit, facts) } : [],
      )
    const texts = { tracking: line.tracking, unit: actor.distanceUnit }
    return {
      name: line.name,
      rounds,
      sets: lineTexts({ ...line, setList }, texts),
      reason: log.reason && reasonIn(unit, log.reason, facts),
    }
  })
}

/** A planned weight in the unit and to the step that its reason is told in. */
const ofPerson = (
  { weight, weightUnit }: Target,
  unit: WeightUnit,
  facts: { isPlateLoaded: boolean },
) => weightUnit && inUnit({ weight, weightUnit }, unit, facts)

/** The same for a screen; own routines, a gym's and templates. Eleven statements at most. */
export const getNextWorkout = defineUseCase({
  name: 'routine.getNextWorkout',
  kind: 'read',
  access: 'user',
  input: z.strictObject({ routineId: idSchema }),
  output: z.object({ lines: z.array(nextLineSchema) }),
  authorize: ({ actor }) => ownData(actor),
  run: async ({ tx, scope, actor, now, input: { routineId } }) => ({
    lines: await readNextWorkout({ tx, scope, actor }, { routineId, now }),
  }),
})
