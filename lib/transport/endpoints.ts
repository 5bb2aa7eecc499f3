import 'server-only'
import { accountEndpoints } from './endpoints/account'
import { analyticsEndpoints } from './endpoints/analytics'
import { auditEndpoints } from './endpoints/audit'
import { exerciseEndpoints } from './endpoints/exercises'
import { gymEndpoints } from './endpoints/gyms'
import { keyEndpoints } from './endpoints/keys'
import { measurementEndpoints } from './endpoints/measurements'
import { routineEndpoints } from './endpoints/routines'
import { scheduleEndpoints } from './endpoints/schedule'
import { sessionEndpoints } from './endpoints/sessions'
import { userEndpoints } from './endpoints/users'

/** Every operation of the REST API; the OpenAPI document is written from it. */
export const endpoints = {
  ...userEndpoints,
  ...accountEndpoints,
  ...exerciseEndpoints,
  ...routineEndpoints,
  ...scheduleEndpoints,
  ...sessionEndpoints,
  ...analyticsEndpoints,
  ...measurementEndpoints,
  ...keyEndpoints,
  ...gymEndpoints,
  ...auditEndpoints,
}

/** `METHOD /api/path/:id`. */
export type Operation = keyof typeof endpoints
