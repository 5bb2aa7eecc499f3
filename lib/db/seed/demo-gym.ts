import { inArray } from 'drizzle-orm'
import type { Transaction } from '@/lib/db/client'
import { exercises } from '@/lib/db/schema/library'
import { members } from '@/lib/db/schema/organizations'
import { ownData } from '@/lib/policies/own-data'
import { holdLibrary } from '@/lib/policies/routine'
import { MembershipRepository } from '@/lib/repositories/membership-repository'
import { RoutineRepository } from '@/lib/repositories/routine-repository'
import { routineDocumentSchema } from '@/lib/schemas/plan'

const GYM = { name: 'Iron Harbor', slug: 'iron-harbor' }

const SHARED = {
  name: 'First weeks',
  description: 'For everybody who is new here: three lifts, light, with time to learn them.',
  lines: [
    { slug: 'goblet-squat', sets: 3, reps: 10 },
    { slug: 'dumbbell-bench-press', sets: 3, reps: 10 },
    { slug: 'lat-pulldown', sets: 3, reps: 12 },
  ],
}

/** A gym that the coach owns and the athlete is in, with one routine its trainers share. */
export async function openDemoGym(
  tx: Transaction,
  { coachId, athleteId }: { coachId: string; athleteId: string },
): Promise<void> {
  const coach = { userId: coachId }
  const gymId = await new MembershipRepository(tx, ownData(coach)).create(GYM)
  if (!gymId) return
  await tx.insert(members).values({ organizationId: gymId, userId: athleteId, role: 'member' })
  const { lines, ...head } = SHARED
  const slugs = lines.map(({ slug }) => slug)
  const known = await tx
    .select({ id: exercises.id, slug: exercises.slug })
    .from(exercises)
    .where(inArray(exercises.slug, slugs))
  const document = routineDocumentSchema.parse({
    ...{ ...head, level: 'beginner', goal: 'strength', estimatedMinutes: 40 },
    blocks: lines.map(({ slug, sets, reps }) => ({
      exercises: [
        {
          exerciseId: known.find((each) => each.slug === slug)?.id,
          ...{ sets, repsMin: reps, repsMax: reps, restSeconds: 90 },
        },
      ],
    })),
  })
  await new RoutineRepository(tx, await holdLibrary({ tx, actor: coach }, gymId)).create(document)
}
