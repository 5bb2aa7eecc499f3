'use server'

import { action } from '@/lib/transport/action'
import { resetGear, saveGear } from '@/lib/use-cases/profile/gear'

export const saveGearAction = action(saveGear, { refresh: true })
export const resetGearAction = action(resetGear, { redirectTo: '/settings/gear?usual=1' })
