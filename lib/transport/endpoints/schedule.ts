import { getSchedule, putSchedule } from '@/lib/use-cases/schedule/schedule'
import { endpoint } from '../endpoint'

export const scheduleEndpoints = {
  'GET /api/schedule': endpoint(getSchedule, {
    summary: 'Your week: which routine on which day (0 is Sunday).',
  }),
  'PUT /api/schedule': endpoint(putSchedule, {
    summary: 'Replaces your week.',
    missing: 'planNotFound',
  }),
}
