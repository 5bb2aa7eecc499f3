import { newId } from '@/lib/core/id'
import type { Victim } from '@/tests/isolation/victim'
import type { Sent } from './api'

/** One operation of the API as the tests drive it. */
interface Row {
  /** What works for the victim, on their own things. */
  valid(victim: Victim): Sent
  /** The same with something wrong in it: 400. */
  invalid: Sent
  /** What a stranger gets who sends the victim's request: refused (the status), or their own. */
  others: 404 | 409 | 'own'
}

const id = (value: string) => ({ params: { id: value } })
const of = (gymId: string, userId: string) => ({ params: { id: gymId, userId } })
const own = (valid: Row['valid'], invalid: Sent = { query: { unknown: '1' } }): Row => ({
  ...{ valid, invalid, others: 'own' },
})
const refused = (valid: Row['valid'], invalid: Sent = { query: { unknown: '1' } }): Row => ({
  ...{ valid, invalid, others: 404 },
})

const profile = {
  ...{ name: 'Sam', weightUnit: 'lb', distanceUnit: 'mi', timeZone: 'Asia/Bangkok' },
  ...{ firstDayOfWeek: 0, dayCutoffHour: 4, bodyWeight: 180, bodyWeightUnit: 'lb' },
}
const gear = {
  kg: { bar: 20, plates: [{ weight: 20, count: 4 }] },
  ...{ lb: { bar: 45, plates: [] }, restSeconds: 90 },
}
const exercise = { tracking: 'reps', category: 'strength', instructions: ['Stand.', 'Jump.'] }

const measurement = { kind: 'waist', value: 82, unit: 'cm', measuredOn: '2026-01-05' }
const set = { weight: 60, weightUnit: 'kg', reps: 8, isCompleted: true }

export const rows: Record<string, Row> = {
  'GET /api/users/profile': own(() => ({})),
  'PUT /api/users/profile': own(() => ({ body: profile }), { body: { ...profile, name: '' } }),
  'GET /api/users/gear': own(() => ({})),
  'PUT /api/users/gear': own(() => ({ body: gear }), { body: { ...gear, restSeconds: 601 } }),
  'GET /api/users/role': own(() => ({})),
  'GET /api/users/sessions': own(() => ({})),
  'DELETE /api/users/sessions/{id}': refused(({ authSessionId }) => id(authSessionId)),
  'GET /api/export': own(() => ({})),

  'GET /api/exercises': own(() => ({ query: { search: 'press', muscle: 'chest', limit: '2' } }), {
    query: { muscle: 'heart' },
  }),
  'POST /api/exercises': own(() => ({ body: { ...exercise, name: newId(), id: newId() } }), {
    body: { ...exercise, name: 'x', tracking: 'luck' },
  }),
  'GET /api/exercises/catalogue': own(() => ({})),
  'GET /api/exercises/{id}': refused(({ exerciseId }) => id(exerciseId)),
  'PATCH /api/exercises/{id}': refused(
    ({ exerciseId }) => ({ ...id(exerciseId), body: { name: 'Renamed', instructions: ['Go.'] } }),
    { body: { name: '' } },
  ),
  'DELETE /api/exercises/{id}': refused(({ exerciseId }) => id(exerciseId)),

  'GET /api/routines': own(() => ({ query: { limit: '5', offset: '0' } }), {
    query: { limit: '101' },
  }),
  'GET /api/routines/templates': own(() => ({ query: { limit: '3' } }), {
    query: { cursor: 'not one' },
  }),
  'POST /api/routines': refused(
    ({ exerciseId }) => ({
      body: {
        ...{ id: newId(), name: 'Push' },
        blocks: [{ exercises: [{ exerciseId, repsMin: 5, progression: { kind: 'rpe' } }] }],
      },
    }),
    { body: { name: 'Push', blocks: [{ exercises: [{}] }] } },
  ),
  'GET /api/routines/{id}': refused(({ routineId }) => id(routineId)),
  'PATCH /api/routines/{id}': refused(
    ({ routineId }) => ({ ...id(routineId), body: { name: 'Renamed', isArchived: true } }),
    { body: { color: 'red' } },
  ),
  'DELETE /api/routines/{id}': refused(({ routineId }) => id(routineId)),
  'POST /api/routines/{id}/restore': refused(({ deletedRoutineId }) => id(deletedRoutineId), {
    body: { unknown: 1 },
  }),
  'POST /api/routines/{id}/clone': refused(({ routineId }) => id(routineId), {
    body: { unknown: 1 },
  }),

  'GET /api/analytics/me': own(() => ({ query: { period: 'all' } }), { query: { period: '7' } }),
  'GET /api/analytics/dots': own(() => ({})),
  'GET /api/analytics/statistics': own(() => ({ query: { period: '90', muscle: 'chest' } }), {
    query: { muscle: 'heart' },
  }),
  'GET /api/exercises/{id}/history': refused(
    ({ exerciseId }) => ({ ...id(exerciseId), query: { range: 'all' } }),
    { query: { range: '7' } },
  ),
  'PUT /api/exercises/{id}/note': refused(
    ({ exerciseId }) => ({ ...id(exerciseId), body: { note: 'Narrow grip' } }),
    { body: { note: 7 } },
  ),
  'GET /api/records': own(() => ({ query: { search: 'press', limit: '2' } }), {
    query: { sort: 'luck' },
  }),
  'GET /api/records/{id}': refused(({ exerciseId }) => id(exerciseId)),
  'GET /api/records/{id}/history': refused(
    ({ exerciseId }) => ({ ...id(exerciseId), query: { kind: 'e1rm', bucket: '0' } }),
    { query: { kind: 'luck' } },
  ),

  'GET /api/schedule': own(() => ({})),
  'PUT /api/schedule': refused(
    ({ routineId }) => ({
      body: {
        mode: 'calendar',
        entries: [{ dayOfWeek: 1, routineId, time: '07:30', isActive: false }],
      },
    }),
    { body: { entries: [{ dayOfWeek: 7 }] } },
  ),

  'GET /api/sessions': own(
    ({ routineId }) => ({
      query: { plan_id: routineId, date_from: '2026-01-01', completed: 'true', sort: 'volume' },
    }),
    { query: { date_to: 'yesterday' } },
  ),
  'POST /api/sessions': {
    valid: ({ openSessionId, exerciseId }) => ({
      body: { id: openSessionId, session: { exercises: [{ id: newId(), exerciseId }] } },
    }),
    invalid: { body: { plan_id: 'none' } },
    // A workout of the stranger's own goes on.
    others: 409,
  },
  'GET /api/sessions/{id}': refused(({ doneSessionId }) => id(doneSessionId)),
  'GET /api/sessions/{id}/stream': refused(({ openSessionId }) => id(openSessionId)),
  'PATCH /api/sessions/{id}': refused(
    ({ openSessionId, openLogId, openSetId }) => ({
      ...id(openSessionId),
      body: {
        notes: 'By another program',
        exercises: [{ id: openLogId, order: 2, sets: [{ id: openSetId, ...set }] }],
      },
    }),
    { body: { exercises: [{ id: newId(), sets: [{ id: newId(), reps: -1 }] }] } },
  ),
  'DELETE /api/sessions/{id}': refused(({ doneSessionId }) => id(doneSessionId)),
  'POST /api/sessions/{id}/restore': refused(
    ({ discardedSessionId }) => ({ ...id(discardedSessionId), body: { isReplacing: true } }),
    { body: { isReplacing: 'yes' } },
  ),
  'POST /api/sessions/{id}/sets': refused(
    ({ openSessionId, openLogId }) => ({
      ...id(openSessionId),
      body: { id: newId(), exerciseLogId: openLogId, ...set },
    }),
    { body: { exerciseLogId: newId(), weight: -1 } },
  ),
  'PATCH /api/sessions/{id}/sets/{setId}': refused(
    ({ openSessionId, openSetId }) => ({
      params: { id: openSessionId, setId: openSetId },
      body: { reps: 12 },
    }),
    { body: { rpe: 11 } },
  ),
  'DELETE /api/sessions/{id}/sets/{setId}': refused(({ openSessionId, openSetId }) => ({
    params: { id: openSessionId, setId: openSetId },
  })),
  'GET /api/sessions/{id}/training': refused(({ openSessionId }) => id(openSessionId)),
  'GET /api/sessions/starts': own(() => ({})),
  'POST /api/sync': own(
    ({ openSessionId: sessionId, openSetId: setId }) => ({
      body: {
        operations: [
          { type: 'removeSet', id: newId(), at: '2026-01-01T12:00:00Z', sessionId, setId },
        ],
      },
    }),
    { body: { operations: [{ type: 'removeEverything', id: newId() }] } },
  ),
  'POST /api/sessions/{id}/complete': refused(
    ({ openSessionId, openLogId, openSetId }) => ({
      ...id(openSessionId),
      body: { feeling: 'good', exercises: [{ id: openLogId, sets: [{ id: openSetId, ...set }] }] },
    }),
    { body: { feeling: 'meh' } },
  ),
  'POST /api/sessions/{id}/routine': refused(
    ({ doneSessionId }) => ({ ...id(doneSessionId), body: { id: newId() } }),
    { body: { id: 1 } },
  ),
  'PUT /api/sessions/{id}/routine': refused(({ plannedSessionId }) => id(plannedSessionId), {
    body: { id: 1 },
  }),
  'POST /api/sessions/{id}/corrections': refused(
    ({ doneSessionId, doneSetId }) => ({
      ...id(doneSessionId),
      body: { sets: [{ id: doneSetId, weight: 70 }] },
    }),
    { body: { sets: [{ weight: 'heavy' }] } },
  ),

  'GET /api/measurements': own(() => ({ query: { kind: 'body_weight', limit: '5' } }), {
    query: { kind: 'mood' },
  }),
  'GET /api/measurements/trends': own(() => ({ query: { kind: 'waist' } }), {
    query: { kind: 'mood' },
  }),
  'POST /api/measurements': own(() => ({ body: { ...measurement, id: newId() } }), {
    body: { ...measurement, value: 'much' },
  }),
  'PATCH /api/measurements/{id}': refused(
    ({ measurementId }) => ({ ...id(measurementId), body: { value: 80.5 } }),
    { body: { unit: 'stone' } },
  ),
  'DELETE /api/measurements/{id}': refused(({ measurementId }) => id(measurementId)),

  'GET /api/organizations': own(() => ({})),
  'POST /api/organizations': own(() => ({ body: { name: 'Iron Harbor' } }), { body: { name: '' } }),
  'GET /api/organizations/{id}': refused(({ gymId }) => id(gymId)),
  'PATCH /api/organizations/{id}': refused(
    ({ gymId }) => ({ ...id(gymId), body: { name: 'Renamed' } }),
    { body: { slug: 'two words' } },
  ),
  'DELETE /api/organizations/{id}': refused(({ gymId, gymName: confirmation }) => ({
    ...{ ...id(gymId), query: { confirmation } },
  })),
  'GET /api/organizations/{id}/members': refused(({ gymId }) => id(gymId)),
  'PATCH /api/organizations/{id}/members/{userId}': refused(
    ({ gymId, memberId }) => ({ ...of(gymId, memberId), body: { role: 'trainer' } }),
    { body: { role: 'owner' } },
  ),
  'DELETE /api/organizations/{id}/members/{userId}': refused(({ gymId, memberId }) =>
    of(gymId, memberId),
  ),
  'POST /api/organizations/{id}/leave': refused(({ joinedGymId }) => id(joinedGymId), {
    body: { unknown: 1 },
  }),
  'PUT /api/organizations/{id}/owner': refused(
    ({ gymId, memberId: userId }) => ({ ...id(gymId), body: { userId } }),
    { body: { userId: 'nobody' } },
  ),
  'GET /api/organizations/{id}/invitations': refused(({ gymId }) => id(gymId)),
  'POST /api/organizations/{id}/invitations': refused(
    ({ gymId }) => ({
      ...id(gymId),
      body: { email: `${newId()}@example.com`, role: 'member' },
    }),
    { body: { email: 'nobody', role: 'member' } },
  ),
  'DELETE /api/organizations/{id}/invitations/{invitationId}': refused(
    ({ gymId, sentInvitationId: invitationId }) => ({ params: { id: gymId, invitationId } }),
  ),
  'GET /api/invitations': own(() => ({})),
  'POST /api/invitations/{id}/accept': refused(
    ({ receivedInvitationId }) => id(receivedInvitationId),
    { body: { unknown: 1 } },
  ),
  'POST /api/invitations/{id}/decline': refused(
    ({ receivedInvitationId }) => id(receivedInvitationId),
    { body: { unknown: 1 } },
  ),

  'GET /api/keys': own(() => ({})),
  'POST /api/keys': own(() => ({ body: { name: 'Spreadsheet', scopes: ['read'] } }), {
    body: { name: 'Spreadsheet', scopes: [] },
  }),
  'DELETE /api/keys/{id}': refused(({ apiKeyId }) => id(apiKeyId)),

  'GET /api/audit': own(() => ({ query: { view: 'training', limit: '5' } }), {
    query: { view: 'everybody' },
  }),
  'GET /api/organizations/{id}/audit': refused(
    ({ gymId }) => ({ ...id(gymId), query: { limit: '5' } }),
    { query: { limit: 'many' } },
  ),
}
