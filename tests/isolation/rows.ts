import type { AuditAction } from '@/lib/core/audit'
import { newId } from '@/lib/core/id'
import { codeFor } from '@/tests/helpers/two-factor'
import type { Victim } from './victim'

/** What happens when somebody goes for another person's things with an operation. */
interface Row {
  /** The operation as the victim would call it: their ids, an otherwise valid input. */
  input(victim: Victim): Record<string, unknown>
  /**
   * `refused`: the thing does not exist for others (404). `own`: it answers, with the caller's own
   * things alone. `open`: for everybody, signed out too. `unproven`: it asks for a code or a passkey
   * that shows who it is, and the victim's is none of the caller's. `hindered`: something of the
   * caller's own stands in the way (409).
   */
  others: 'refused' | 'own' | 'open' | 'unproven' | 'hindered'
  /** What the victim's own trail tells them of a stranger's try. */
  tells?: AuditAction
}

const refused = (input: Row['input']): Row => ({ input, others: 'refused' })
const own = (input: Row['input'] = () => ({})): Row => ({ input, others: 'own' })
const open = (input: Row['input']): Row => ({ input, others: 'open' })
const unproven = (input: Row['input']): Row => ({ input, others: 'unproven' })

const bareGear = { kg: { bar: 15 }, lb: { bar: 35, plates: [{ weight: 45, count: 2 }] } }
const set = { weight: 999, weightUnit: 'kg', reps: 9 }

/** Of the right shape, made by no device. */
const strangePasskey = JSON.stringify({
  ...{ id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {} },
  response: {
    ...{ clientDataJSON: 'e30', authenticatorData: 'AAAA', attestationObject: 'AAAA' },
    ...{ signature: 'AAAA', userHandle: 'AAAA' },
  },
})

export const rows: Record<string, Row> = {
  'auth.register': open(() => ({
    ...{ name: 'New', email: `${newId()}@example.com`, password: 'long enough to pass 42' },
  })),
  'auth.resendVerification': open(({ actor }) => ({ email: actor.email })),
  'auth.requestPasswordReset': open(() => ({ email: `${newId()}@example.com` })),
  'auth.verifyEmail': open(() => ({ token: 'wrong' })),
  'auth.resetPassword': open(() => ({ token: 'wrong', password: 'long enough to pass 42' })),
  'auth.signIn': {
    ...open(({ actor }) => ({ email: actor.email, password: 'wrong password' })),
    tells: 'sign_in_failed',
  },
  'auth.signOut': open(() => ({})),
  'auth.getSession': open(() => ({})),
  'auth.giveCode': open(({ authenticatorKey }) => ({ code: codeFor(authenticatorKey) })),
  'auth.giveRecoveryCode': open(({ recoveryCode: code }) => ({ code })),
  'auth.signInWithProvider': open(() => ({ provider: 'google' })),
  'auth.startPasskeySignIn': open(() => ({})),
  'auth.signInWithPasskey': open(() => ({ response: strangePasskey })),
  'preferences.setTheme': open(() => ({ theme: 'dark' })),

  'profile.get': own(),
  'profile.getRole': own(),
  'profile.update': own(() => ({
    ...{ name: 'Taken over', weightUnit: 'lb', distanceUnit: 'mi', timeZone: 'Asia/Bangkok' },
    ...{ firstDayOfWeek: 0, dayCutoffHour: 0, bodyWeight: 99, bodyWeightUnit: 'kg' },
  })),
  'profile.getGear': own(),
  'profile.saveGear': own(() => ({ ...bareGear, restSeconds: 30 })),
  'profile.resetGear': own(),

  'account.get': own(),
  'account.changeRole': own(() => ({ role: 'coach' })),
  'account.changePassword': refused(() => ({
    ...{ currentPassword: 'wrong password', newPassword: 'long enough to pass 42' },
  })),
  'account.mailPasswordLink': own(),
  'account.requestEmailChange': own(({ actor }) => ({ email: `other-${actor.email}` })),
  'account.confirmEmailChange': open(({ actor }) => ({ token: `${actor.userId}.wrong` })),
  'account.verifyNewEmail': open(({ actor }) => ({ token: `${actor.userId}.wrong` })),
  'account.listSessions': own(),
  'account.endSession': refused(({ authSessionId: id }) => ({ id })),
  'account.endOtherSessions': own(),
  'account.signOutEverywhere': own(),
  // Their gym has a member besides them.
  'account.requestDeletion': { input: () => ({}), others: 'hindered' },
  'account.delete': open(({ actor }) => ({ token: `${actor.userId}.wrong` })),
  'account.export': own(),

  'security.getTwoFactor': own(),
  'security.startTwoFactor': own(),
  'security.cancelTwoFactor': own(),
  'security.confirmTwoFactor': refused(({ authenticatorKey }) => ({
    code: codeFor(authenticatorKey),
  })),
  'security.makeRecoveryCodes': unproven(({ authenticatorKey }) => ({
    code: codeFor(authenticatorKey),
  })),
  'security.turnOffTwoFactor': unproven(({ recoveryCode: anyCode }) => ({ anyCode })),
  'security.linkProvider': refused(() => ({ provider: 'google' })),
  'security.unlinkProvider': refused(({ connectionId: id }) => ({ id })),
  'security.listWaysIn': own(),
  'security.startPasskey': own(),
  'security.addPasskey': unproven(() => ({ name: 'Phone', response: strangePasskey })),
  'security.removePasskey': refused(({ passkeyId: id }) => ({ id })),

  'apiKey.list': own(),
  'apiKey.create': own(() => ({ name: newId(), scopes: ['read'] })),
  'apiKey.revoke': refused(({ apiKeyId: id }) => ({ id })),

  'audit.list': own(() => ({ view: 'account' })),

  'measurement.list': own(),
  'measurement.trends': own(),
  'measurement.add': own(() => ({
    ...{ kind: 'body_weight', value: 99, unit: 'kg', measuredOn: '2026-01-01' },
  })),
  'measurement.update': refused(({ measurementId: id }) => ({ id, value: 99 })),
  'measurement.delete': refused(({ measurementId: id }) => ({ id })),

  'dashboard.get': own(),
  'dashboard.getPlanned': own(),
  'analytics.statistics': own(() => ({ period: 'all', muscle: 'chest' })),
  'analytics.dots': own(),
  'analytics.mine': own(() => ({ period: 'all' })),
  'record.list': own(),
  'record.ofExercise': refused(({ exerciseId }) => ({ exerciseId })),
  'record.history': refused(({ exerciseId }) => ({ exerciseId, kind: 'e1rm' })),

  'exercise.search': own(() => ({ q: 'press' })),
  'exercise.catalogue': own(),
  'exercise.create': own(() => ({ name: newId(), tracking: 'reps', category: 'strength' })),
  'exercise.get': refused(({ exerciseId }) => ({ exerciseId })),
  'exercise.history': refused(({ exerciseId }) => ({ exerciseId, range: 'all' })),
  'exercise.listTrained': own(),
  'exercise.saveNote': refused(({ exerciseId }) => ({ exerciseId, note: 'Taken over' })),
  'exercise.update': refused(({ exerciseId }) => ({
    ...{ exerciseId, name: 'Taken over', tracking: 'weight_reps', category: 'strength' },
  })),
  'exercise.patch': refused(({ exerciseId }) => ({ exerciseId, name: 'Taken over' })),
  'exercise.delete': refused(({ exerciseId }) => ({ exerciseId })),
  'exercise.archive': refused(({ exerciseId }) => ({ exerciseId })),
  'exercise.restore': refused(({ exerciseId }) => ({ exerciseId })),

  'routine.list': own(),
  'routine.listTemplates': own(),
  'routine.get': refused(({ routineId }) => ({ routineId })),
  'routine.getNextWorkout': refused(({ routineId }) => ({ routineId })),
  'routine.create': refused(({ exerciseId }) => ({
    ...{ name: 'Mine now', blocks: [{ exercises: [{ exerciseId }] }] },
  })),
  'routine.createFromWorkout': refused(({ doneSessionId: sessionId }) => ({ sessionId })),
  'routine.updateFromWorkout': refused(({ plannedSessionId: sessionId }) => ({ sessionId })),
  'routine.undoUpdate': refused(({ routineId, deletedRoutineId: previousId }) => ({
    ...{ routineId, previousId },
  })),
  'routine.clone': refused(({ routineId }) => ({ routineId })),
  'routine.save': refused(({ routineId }) => ({ routineId, name: 'Taken over' })),
  'routine.patch': refused(({ routineId }) => ({ routineId, name: 'Taken over' })),
  'routine.addExercise': refused(({ routineId, builtInId: exerciseId }) => ({
    ...{ routineId, block: 0, exerciseId },
  })),
  'routine.archive': refused(({ routineId }) => ({ routineId })),
  'routine.unarchive': refused(({ routineId }) => ({ routineId })),
  'routine.delete': refused(({ routineId }) => ({ routineId })),
  'routine.restore': refused(({ deletedRoutineId: routineId }) => ({ routineId })),

  'program.search': own(),
  'program.get': own(() => ({ slug: 'stronglifts-5x5' })),
  'program.add': own(() => ({ slug: 'stronglifts-5x5', days: [1, 3, 5], pausesOthers: true })),
  'program.undo': refused(({ routineId }) => ({ routineIds: [routineId] })),

  'schedule.get': own(),
  'schedule.put': refused(({ routineId }) => ({ entries: [{ dayOfWeek: 1, routineId }] })),

  'gym.listMine': own(),
  'gym.listMyInvitations': own(),
  'gym.create': own(() => ({ name: 'Mine' })),
  'gym.get': refused(({ gymSlug: slug }) => ({ slug })),
  'gym.listAudit': refused(({ gymSlug: slug }) => ({ gym: { slug } })),
  'gym.listInvitations': refused(({ gymId }) => ({ gymId })),
  'gym.rename': refused(({ gymId }) => ({ gymId, name: 'Taken over' })),
  'gym.delete': refused(({ gymId, gymName: confirmation }) => ({ gymId, confirmation })),
  'gym.setActive': refused(({ gymId }) => ({ gymId })),
  'gym.leave': refused(({ joinedGymId: gymId }) => ({ gymId })),
  'gym.changeRole': refused(({ gymId, memberId }) => ({ gymId, memberId, memberRole: 'admin' })),
  'gym.removeMember': refused(({ gymId, memberId }) => ({ gymId, memberId })),
  'gym.handOver': refused(({ gymId, memberId }) => ({ gymId, memberId })),
  'gym.invite': refused(({ gymId }) => ({
    ...{ gymId, email: `${newId()}@example.com`, memberRole: 'member' },
  })),
  'gym.cancelInvitation': refused(({ gymId, sentInvitationId: invitationId }) => ({
    ...{ gymId, invitationId },
  })),
  'gym.getInvitation': open(({ receivedInvitationId: invitationId }) => ({ invitationId })),
  'gym.acceptInvitation': refused(({ receivedInvitationId: invitationId }) => ({ invitationId })),
  'gym.declineInvitation': refused(({ receivedInvitationId: invitationId }) => ({ invitationId })),

  'workout.getRunning': own(),
  'workout.list': own(() => ({ status: 'any' })),
  'workout.start': refused(({ routineId }) => ({ routineId, isReplacing: true })),
  'workout.get': refused(({ doneSessionId: id }) => ({ id })),
  'workout.getPrevious': refused(({ doneSessionId: id }) => ({ id })),
  'workout.comparePlan': refused(({ doneSessionId: id }) => ({ id })),
  'workout.getRevision': refused(({ openSessionId: sessionId }) => ({ sessionId })),
  'workout.getSession': refused(({ doneSessionId: sessionId }) => ({ sessionId })),
  'workout.update': refused(({ openSessionId: sessionId, openLogId: id, openSetId }) => ({
    ...{ sessionId, name: 'Taken over' },
    exercises: [{ id, sets: [{ id: openSetId, ...set }] }],
  })),
  'workout.createSet': refused(({ openSessionId: sessionId, openLogId: exerciseLogId }) => ({
    ...{ sessionId, exerciseLogId, ...set },
  })),
  'workout.patchSet': refused(({ openSessionId: sessionId, openSetId: setId }) => ({
    ...{ sessionId, setId, ...set },
  })),
  'workout.deleteSet': refused(({ openSessionId: sessionId, openSetId: setId }) => ({
    ...{ sessionId, setId },
  })),
  'workout.remove': refused(({ doneSessionId: sessionId }) => ({ sessionId })),
  'workout.amend': refused(({ doneSessionId: sessionId, doneSetId: id }) => ({
    ...{ sessionId, sets: [{ id, ...set }] },
  })),
  'workout.logSet': refused(({ openSetId: setId }) => ({
    ...{ setId, opId: newId(), baseRevision: 1, isCompleted: true },
    ...{ weight: '99', weightUnit: 'kg', reps: '9' },
  })),
  'workout.edit': refused(({ openSessionId: sessionId, openSetId: setId }) => ({
    ...{ type: 'removeSet', sessionId, setId },
  })),
  'workout.train': refused(({ openSessionId: sessionId }) => ({ sessionId })),
  'workout.starts': own(),
  'workout.sync': own(({ openSessionId: sessionId, openSetId: setId }) => ({
    operations: [
      { type: 'removeSet', id: newId(), at: '2026-01-01T12:00:00Z', sessionId, setId },
      { type: 'keepTraining', id: newId(), at: '2026-01-01T12:00:00Z', sessionId },
    ],
  })),
  'workout.complete': refused(({ openSessionId: sessionId }) => ({ sessionId })),
  'workout.discard': refused(({ openSessionId: sessionId }) => ({ sessionId })),
  'workout.listDiscarded': own(),
  'workout.restore': refused(({ discardedSessionId: sessionId }) => ({
    ...{ sessionId, isReplacing: true },
  })),
  'workout.delete': refused(({ doneSessionId: sessionId }) => ({ sessionId })),
  'workout.logPast': refused(({ routineId }) => ({
    ...{ routineId, localDate: '2026-01-01', startTime: '18:00', workoutLength: 3600 },
  })),
  'workout.addForgottenExercises': refused(({ doneSessionId: sessionId, exerciseId }) => ({
    ...{ sessionId, exerciseIds: [exerciseId] },
  })),
  'workout.correct': refused(({ doneSessionId: sessionId, doneSetId: setId }) => ({
    ...{ sessionId, name: 'Taken over', sets: [{ setId, ...set }] },
  })),
}
