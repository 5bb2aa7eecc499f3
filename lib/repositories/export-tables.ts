import { and, eq, getTableColumns, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { bodyMeasurements } from '@/lib/db/schema/body'
import {
  accounts,
  apiKeys,
  authSessions,
  knownDevices,
  passkeys,
  profiles,
  users,
} from '@/lib/db/schema/identity'
import {
  exercisePreferences,
  exercises,
  planSnapshots,
  routineBlocks,
  routineExercises,
  routineSets,
  routines,
  trainingMaxes,
  weeklySchedule,
} from '@/lib/db/schema/library'
import { invitations, members, organizations } from '@/lib/db/schema/organizations'
import {
  auditLog,
  exerciseLogs,
  personalRecords,
  setLogs,
  workoutSessions,
} from '@/lib/db/schema/training'
import type { ExportSection } from '@/lib/schemas/export'
import { isKept } from './workout-repository'

interface Person {
  userId: string
  email: string
}

export interface ExportTable {
  table: PgTable
  /** By the names of the schema, which are those of the export. */
  columns: Record<string, PgColumn>
  /** Whose rows go along. */
  where(person: Person): SQL | undefined
}

type Columns<T extends PgTable> = T['_']['columns']

/** A table of the export, without the columns named: secrets, and what is computed from others. */
function rowsOf<T extends PgTable>(
  table: T,
  where: ExportTable['where'],
  leftOut: readonly (keyof Columns<T> & string)[] = [],
): ExportTable {
  const left = new Set<string>(leftOut)
  const columns: Record<string, PgColumn> = getTableColumns(table)
  const kept = Object.entries(columns).filter(([name]) => !left.has(name))
  return { table, columns: Object.fromEntries(kept), where }
}

const of =
  (column: PgColumn): ExportTable['where'] =>
  ({ userId }) =>
    eq(column, userId)

const ownRoutines = ({ userId }: Person) =>
  sql`(select ${routines.id} from ${routines} where ${eq(routines.ownerId, userId)})`
const ownBlocks = (person: Person) =>
  sql`(select ${routineBlocks.id} from ${routineBlocks} where ${inArray(routineBlocks.routineId, ownRoutines(person))})`
const ownLines = (person: Person) =>
  sql`(select ${routineExercises.id} from ${routineExercises} where ${inArray(routineExercises.blockId, ownBlocks(person))})`
const ownGyms = ({ userId }: Person) =>
  sql`(select ${members.organizationId} from ${members} where ${eq(members.userId, userId)})`

const keptWorkouts = ({ userId }: Person) => and(eq(workoutSessions.userId, userId), isKept)
/** Of a table whose rows lie in workouts. */
const inKept =
  (owner: PgColumn, sessionId: PgColumn): ExportTable['where'] =>
  (person) =>
    and(
      eq(owner, person.userId),
      inArray(
        sessionId,
        sql`(select ${workoutSessions.id} from ${workoutSessions} where ${keptWorkouts(person)})`,
      ),
    )
const keptLogs = inKept(exerciseLogs.userId, exerciseLogs.sessionId)

const usedBy = (person: Person) =>
  sql`(select ${exerciseLogs.exerciseId} from ${exerciseLogs} where ${keptLogs(person)}
    union select ${routineExercises.exerciseId} from ${routineExercises} where ${inArray(routineExercises.blockId, ownBlocks(person))}
    union select ${trainingMaxes.exerciseId} from ${trainingMaxes} where ${eq(trainingMaxes.userId, person.userId)}
    union select ${exercisePreferences.exerciseId} from ${exercisePreferences} where ${eq(exercisePreferences.userId, person.userId)})`

const { id, slug, name, tracking } = getTableColumns(exercises)

/** What an export has of each table; names and order are those of the file. */
export const EXPORT_TABLES: Record<ExportSection, ExportTable> = {
  account: rowsOf(users, of(users.id)),
  profile: rowsOf(profiles, of(profiles.userId)),
  signInMethods: rowsOf(accounts, of(accounts.userId), [
    ...(['password', 'accessToken', 'accessTokenExpiresAt'] as const),
    ...(['refreshToken', 'refreshTokenExpiresAt', 'idToken'] as const),
  ]),
  signInSessions: rowsOf(authSessions, of(authSessions.userId), ['token']),
  passkeys: rowsOf(passkeys, of(passkeys.userId), ['credentialID', 'publicKey']),
  knownDevices: rowsOf(knownDevices, of(knownDevices.userId), ['deviceHash']),
  apiKeys: rowsOf(apiKeys, of(apiKeys.userId), ['hash', 'start']),
  gyms: rowsOf(organizations, (person) => inArray(organizations.id, ownGyms(person)), ['metadata']),
  gymMemberships: rowsOf(members, of(members.userId)),
  gymInvitations: rowsOf(invitations, ({ userId, email }) =>
    or(eq(invitations.inviterId, userId), eq(invitations.email, email)),
  ),
  exercises: rowsOf(exercises, of(exercises.createdBy), ['searchText']),
  /** By name those built-in ones that a person's rows point at. */
  builtInExercises: {
    table: exercises,
    columns: { id, slug, name, tracking },
    where: (person) => and(isNull(exercises.createdBy), inArray(exercises.id, usedBy(person))),
  },
  exercisePreferences: rowsOf(exercisePreferences, of(exercisePreferences.userId)),
  trainingMaxes: rowsOf(trainingMaxes, of(trainingMaxes.userId)),
  routines: rowsOf(routines, of(routines.ownerId)),
  routineBlocks: rowsOf(routineBlocks, (person) =>
    inArray(routineBlocks.routineId, ownRoutines(person)),
  ),
  routineExercises: rowsOf(routineExercises, (person) =>
    inArray(routineExercises.blockId, ownBlocks(person)),
  ),
  routineSets: rowsOf(routineSets, (person) =>
    inArray(routineSets.routineExerciseId, ownLines(person)),
  ),
  weeklySchedule: rowsOf(weeklySchedule, of(weeklySchedule.userId)),
  planSnapshots: rowsOf(planSnapshots, of(planSnapshots.userId)),
  workoutSessions: rowsOf(workoutSessions, keptWorkouts, ['searchText', 'discardedAt']),
  exerciseLogs: rowsOf(exerciseLogs, keptLogs),
  setLogs: rowsOf(setLogs, inKept(setLogs.userId, setLogs.sessionId), ['weightKg']),
  personalRecords: rowsOf(personalRecords, of(personalRecords.userId)),
  bodyMeasurements: rowsOf(bodyMeasurements, of(bodyMeasurements.userId)),
  auditLog: rowsOf(auditLog, ({ userId }) =>
    and(eq(auditLog.ownerId, userId), isNull(auditLog.organizationId)),
  ),
}
