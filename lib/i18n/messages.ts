import api from './en/api.json'
import audit from './en/audit.json'
import auth from './en/auth.json'
import body from './en/body.json'
import charts from './en/charts.json'
import common from './en/common.json'
import dashboard from './en/dashboard.json'
import emails from './en/emails.json'
import errors from './en/errors.json'
import exercises from './en/exercises.json'
import failure from './en/failure.json'
import fields from './en/fields.json'
import gyms from './en/gyms.json'
import offline from './en/offline.json'
import progress from './en/progress.json'
import routines from './en/routines.json'
import schedule from './en/schedule.json'
import settings from './en/settings.json'
import train from './en/train.json'
import unsent from './en/unsent.json'
import workout from './en/workout.json'

/** Every sentence of the product, by area. English decides which keys there are. */
export const messages = {
  api,
  audit,
  auth,
  body,
  charts,
  exercises,
  dashboard,
  emails,
  failure,
  gyms,
  offline,
  progress,
  routines,
  schedule,
  settings,
  train,
  unsent,
  workout,
  common,
  errors,
  fields,
}

export type Messages = typeof messages
export type ErrorMessageKey = keyof Messages['errors']
export type FieldMessageKey = keyof Messages['fields']
