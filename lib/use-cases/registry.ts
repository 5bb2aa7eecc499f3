import type { AnyUseCase } from '@/lib/core/define-use-case'
import * as account from './account/account'
import * as changeEmail from './account/change-email'
import * as changePassword from './account/change-password'
import * as deleteAccount from './account/delete-account'
import * as exportAccount from './account/export-account'
import * as sessions from './account/sessions'
import * as getDots from './analytics/get-dots'
import * as getMyAnalytics from './analytics/get-my-analytics'
import * as getStatistics from './analytics/get-statistics'
import * as apiKeys from './api-keys/api-keys'
import * as listAudit from './audit/list-audit'
import * as getSession from './auth/get-session'
import * as passkeySignIn from './auth/passkey-sign-in'
import * as providerSignIn from './auth/provider-sign-in'
import * as register from './auth/register'
import * as resetPassword from './auth/reset-password'
import * as secondStep from './auth/second-step'
import * as signIn from './auth/sign-in'
import * as verifyEmail from './auth/verify-email'
import * as measurementTrends from './body/measurement-trends'
import * as measurements from './body/measurements'
import * as getDashboard from './dashboard/get-dashboard'
import * as getPlanned from './dashboard/get-planned'
import * as exerciseHistory from './exercises/exercise-history'
import * as readExercises from './exercises/read-exercises'
import * as writeExercises from './exercises/write-exercises'
import * as gymMembers from './gyms/members'
import * as readGyms from './gyms/read-gyms'
import * as receivedInvitations from './gyms/received-invitations'
import * as sentInvitations from './gyms/sent-invitations'
import * as writeGyms from './gyms/write-gyms'
import * as setTheme from './preferences/set-theme'
import * as gear from './profile/gear'
import * as profile from './profile/profile'
import * as addProgram from './programs/add-program'
import * as readPrograms from './programs/read-programs'
import * as readRecords from './records/read-records'
import * as editRoutine from './routines/edit-routine'
import * as readRoutines from './routines/read-routines'
import * as updateFromWorkout from './routines/update-from-workout'
import * as writeRoutines from './routines/write-routines'
import * as schedule from './schedule/schedule'
import * as connections from './security/connections'
import * as passkeys from './security/passkeys'
import * as twoFactor from './security/two-factor'
import * as waysIn from './security/ways-in'
import * as correctWorkout from './workouts/correct-workout'
import * as editSession from './workouts/edit-session'
import * as editWorkout from './workouts/edit-workout'
import * as finishWorkout from './workouts/finish-workout'
import * as logPastWorkout from './workouts/log-past-workout'
import * as logSet from './workouts/log-set'
import * as nextWorkout from './workouts/next-workout'
import * as prepareStarts from './workouts/prepare-starts'
import * as readWorkouts from './workouts/read-workouts'
import * as restoreWorkout from './workouts/restore-workout'
import * as startWorkout from './workouts/start-workout'
import * as sync from './workouts/sync'
import * as train from './workouts/train'

const areas: Record<string, unknown>[] = [
  account,
  changeEmail,
  changePassword,
  deleteAccount,
  exportAccount,
  sessions,
  apiKeys,
  listAudit,
  getSession,
  passkeySignIn,
  providerSignIn,
  register,
  resetPassword,
  secondStep,
  signIn,
  verifyEmail,
  measurementTrends,
  measurements,
  getDashboard,
  getPlanned,
  getDots,
  getMyAnalytics,
  getStatistics,
  exerciseHistory,
  readExercises,
  writeExercises,
  gymMembers,
  readGyms,
  receivedInvitations,
  sentInvitations,
  writeGyms,
  setTheme,
  gear,
  profile,
  addProgram,
  readPrograms,
  readRecords,
  editRoutine,
  readRoutines,
  updateFromWorkout,
  writeRoutines,
  schedule,
  connections,
  passkeys,
  twoFactor,
  waysIn,
  correctWorkout,
  logPastWorkout,
  editSession,
  editWorkout,
  finishWorkout,
  logSet,
  readWorkouts,
  restoreWorkout,
  startWorkout,
  nextWorkout,
  prepareStarts,
  sync,
  train,
]

const isUseCase = (value: unknown): value is AnyUseCase =>
  typeof value === 'object' && value !== null && 'authorize' in value && 'run' in value

/** Everything a person can do. The isolation matrix has a row for each, or its test fails. */
export const useCases: readonly AnyUseCase[] = areas.flatMap((area) =>
  Object.values(area).filter(isUseCase),
)
