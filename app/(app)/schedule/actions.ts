'use server'

import { action } from '@/lib/transport/action'
import { putSchedule } from '@/lib/use-cases/schedule/schedule'

export const putScheduleAction = action(putSchedule, { refresh: true })
