'use server'

import { action, whenGone } from '@/lib/transport/action'
import {
  addMeasurement,
  deleteMeasurement,
  updateMeasurement,
} from '@/lib/use-cases/body/measurements'

export const addMeasurementAction = action(addMeasurement, { refresh: true })
export const updateMeasurementAction = action(updateMeasurement, {
  redirectTo: ({ kind }) => `/progress/body?kind=${kind}&done=changed`,
})
export const deleteMeasurementAction = action(deleteMeasurement, {
  redirectTo: ({ kind }) => `/progress/body?kind=${kind}&done=deleted`,
  redirectOnError: whenGone('/progress/body'),
})
