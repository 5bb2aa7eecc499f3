import { eq } from 'drizzle-orm'
import type { Actor } from '@/lib/core/actor'
import { newId } from '@/lib/core/id'
import type { Database } from '@/lib/db/client'
import { accounts, authSessions, passkeys } from '@/lib/db/schema/identity'
import { exercises, trainingMaxes } from '@/lib/db/schema/library'
import { invitations, members } from '@/lib/db/schema/organizations'
import { createApiKey } from '@/lib/use-cases/api-keys/api-keys'
import { addMeasurement } from '@/lib/use-cases/body/measurements'
import { saveExerciseNote } from '@/lib/use-cases/exercises/exercise-history'
import { createExercise } from '@/lib/use-cases/exercises/write-exercises'
import { createGym } from '@/lib/use-cases/gyms/write-gyms'
import { createRoutine, deleteRoutine } from '@/lib/use-cases/routines/write-routines'
import { confirmTwoFactor, getTwoFactor, startTwoFactor } from '@/lib/use-cases/security/two-factor'
import { completeWorkout, discardWorkout } from '@/lib/use-cases/workouts/finish-workout'
import { logSet } from '@/lib/use-cases/workouts/log-set'
import { getWorkout } from '@/lib/use-cases/workouts/read-workouts'
import { startWorkout } from '@/lib/use-cases/workouts/start-workout'
import { joinGym } from '@/tests/helpers/gyms'
import { callAs, createPerson } from '@/tests/helpers/people'
import { codeFor } from '@/tests/helpers/two-factor'
import { addExercise, change } from '@/tests/helpers/workouts'

/** Stands in everything the victim named, and must never be seen by anyone else. */
export const CANARY = 'canary-7f3a'

export interface Victim {
  actor: Actor
  /** No two have the same. */
  name: string
  exerciseId: string
  builtInId: string
  routineId: string
  deletedRoutineId: string
  doneSessionId: string
  doneSetId: string
  /** Of a routine of their own, done otherwise than planned. */
  plannedSessionId: string
  /** Discarded just now, so that it can be restored. */
  discardedSessionId: string
  openSessionId: string
  openLogId: string
  openSetId: string
  apiKeyId: string
  /** Where they are signed in besides. */
  authSessionId: string
  measurementId: string
  /** A gym of their own, with a member, a routine, and an invitation nobody has answered. */
  gymId: string
  gymSlug: string
  gymName: string
  memberId: string
  sentInvitationId: string
  gymRoutineId: string
  /** Another one that they are invited to. */
  invitedToId: string
  receivedInvitationId: string
  /** One that they are a member of. */
  joinedGymId: string
  /** A provider they sign in with. */
  connectionId: string
  /** A device they sign in with. */
  passkeyId: string
  /** What their authenticator app was given. */
  authenticatorKey: string
  recoveryCode: string
}

/** Somebody with one of everything, so that every operation has something of theirs to go for. */
export async function createVictim(db: Database): Promise<Victim> {
  const name = `Sam ${newId()}`
  const actor = await createPerson(db, { name })
  const [builtIn] = await db
    .select({ id: exercises.id })
    .from(exercises)
    .where(eq(exercises.slug, 'barbell-bench-press'))
  if (!builtIn) throw new Error('The library is missing')
  const own = await callAs(actor, createExercise, {
    name: `Press ${CANARY}`,
    tracking: 'weight_reps',
    category: 'strength',
    primaryMuscles: ['chest'],
    equipment: ['barbell'],
  })
  for (const exerciseId of [own.exerciseId, builtIn.id])
    await callAs(actor, saveExerciseNote, { exerciseId, note: `${CANARY} ${actor.userId}` })
  await db.insert(trainingMaxes).values({
    ...{ userId: actor.userId, exerciseId: own.exerciseId, value: 71.25, unit: 'kg' },
    since: '2026-01-01',
  })
  const done = await openWorkout(actor, own.exerciseId)
  const values = { weight: 80, reps: 5 }
  await callAs(actor, logSet, change({ id: done.setId, revision: 1 }, values))
  await callAs(actor, completeWorkout, { sessionId: done.sessionId, notes: CANARY })
  const apiKey = await callAs(actor, createApiKey, { name: CANARY, scopes: ['read'] })
  const measurement = await callAs(actor, addMeasurement, {
    ...{ kind: 'body_weight', value: 71.25, unit: 'kg', measuredOn: '2026-01-01' },
  })
  const plannedSessionId = await createPlannedSession(actor, builtIn.id)
  const discarded = await openWorkout(actor, own.exerciseId)
  await callAs(actor, discardWorkout, { sessionId: discarded.sessionId })
  const open = await openWorkout(actor, own.exerciseId)
  return {
    ...{ actor, name },
    exerciseId: own.exerciseId,
    builtInId: builtIn.id,
    routineId: await createOwnRoutine(actor),
    deletedRoutineId: await createDeletedRoutine(actor),
    doneSessionId: done.sessionId,
    doneSetId: done.setId,
    plannedSessionId,
    discardedSessionId: discarded.sessionId,
    openSessionId: open.sessionId,
    openLogId: open.logId,
    openSetId: open.setId,
    apiKeyId: apiKey.id,
    authSessionId: await createAuthSession(db, actor),
    measurementId: measurement.id,
    ...(await createOwnGym(db, actor)),
    ...(await inviteToAnother(db, actor)),
    joinedGymId: await joinAnother(db, actor),
    connectionId: await connect(db, actor),
    passkeyId: await addPasskey(db, actor),
    ...(await switchOnTwoFactor(actor)),
  }
}

async function createAuthSession(db: Database, { userId }: Actor): Promise<string> {
  const id = newId()
  const expiresAt = new Date(Date.now() + 86_400_000)
  await db.insert(authSessions).values({ id, userId, token: newId(), userAgent: CANARY, expiresAt })
  return id
}

async function createOwnGym(db: Database, actor: Actor) {
  const gymName = `Gym ${newId()} ${CANARY}`
  const { gymId, slug: gymSlug } = await callAs(actor, createGym, { name: gymName })
  const { userId: memberId } = await joinGym(db, gymId, 'member')
  const email = `${CANARY}-${newId()}@example.com`
  const sentInvitationId = await invite(db, { organizationId: gymId, email }, actor)
  const { routineId: gymRoutineId } = await callAs(actor, createRoutine, {
    ...{ gymId, name: `Shared ${CANARY}` },
  })
  return { gymId, gymSlug, gymName, memberId, sentInvitationId, gymRoutineId }
}

async function inviteToAnother(db: Database, { email }: Actor) {
  const host = await createPerson(db)
  const name = `Other ${newId()} ${CANARY}`
  const { gymId: organizationId } = await callAs(host, createGym, { name })
  const receivedInvitationId = await invite(db, { organizationId, email }, host)
  return { invitedToId: organizationId, receivedInvitationId }
}

async function joinAnother(db: Database, { userId }: Actor): Promise<string> {
  const host = await createPerson(db)
  const { gymId } = await callAs(host, createGym, { name: `Joined ${newId()} ${CANARY}` })
  await db.insert(members).values({ organizationId: gymId, userId, role: 'member' })
  return gymId
}

/** As inviting does it, without the mail. */
async function invite(
  db: Database,
  to: { organizationId: string; email: string },
  { userId: inviterId }: Actor,
): Promise<string> {
  const id = newId()
  const expiresAt = new Date(Date.now() + 86_400_000)
  await db.insert(invitations).values({ id, ...to, inviterId, expiresAt, role: 'trainer' })
  return id
}

async function connect(db: Database, { userId }: Actor): Promise<string> {
  const id = newId()
  await db.insert(accounts).values({ id, userId, accountId: newId(), providerId: 'google' })
  return id
}

async function addPasskey(db: Database, { userId }: Actor): Promise<string> {
  const id = newId()
  await db.insert(passkeys).values({
    ...{ id, userId, name: CANARY, publicKey: newId(), credentialID: newId(), counter: 0 },
    ...{ deviceType: 'multiDevice', backedUp: true },
  })
  return id
}

async function switchOnTwoFactor(actor: Actor) {
  await callAs(actor, startTwoFactor, {})
  const { setup } = await callAs(actor, getTwoFactor, {})
  const authenticatorKey = setup?.key ?? ''
  const code = codeFor(authenticatorKey)
  const { recoveryCodes } = await callAs(actor, confirmTwoFactor, { code })
  return { authenticatorKey, recoveryCode: recoveryCodes[0] ?? '' }
}

async function createOwnRoutine(actor: Actor): Promise<string> {
  const { routineId } = await callAs(actor, createRoutine, { name: `Day ${CANARY}` })
  return routineId
}

async function createDeletedRoutine(actor: Actor): Promise<string> {
  const routineId = await createOwnRoutine(actor)
  await callAs(actor, deleteRoutine, { routineId })
  return routineId
}

async function createPlannedSession(actor: Actor, exerciseId: string): Promise<string> {
  const line = { exerciseId, sets: 1, repsMin: 5, repsMax: 5, weight: 60, weightUnit: 'kg' }
  const { routineId } = await callAs(actor, createRoutine, {
    ...{ name: `Plan ${CANARY}`, blocks: [{ exercises: [line] }] },
  })
  const { id: sessionId } = await callAs(actor, startWorkout, { routineId })
  const { exercises: logs } = await callAs(actor, getWorkout, { id: sessionId })
  for (const set of logs.flatMap((log) => log.sets))
    await callAs(actor, logSet, change(set, { weight: 65, reps: 5 }))
  await callAs(actor, completeWorkout, { sessionId })
  return sessionId
}

async function openWorkout(actor: Actor, exerciseId: string) {
  const { id: sessionId } = await callAs(actor, startWorkout, {})
  await addExercise(actor, { sessionId, exerciseId })
  const [log] = (await callAs(actor, getWorkout, { id: sessionId })).exercises
  const [set] = log?.sets ?? []
  if (!log || !set) throw new Error('The workout is empty')
  return { sessionId, logId: log.id, setId: set.id }
}
