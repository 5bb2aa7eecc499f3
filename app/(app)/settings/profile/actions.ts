'use server'

import { action } from '@/lib/transport/action'
import { updateProfile } from '@/lib/use-cases/profile/profile'

export const updateProfileAction = action(updateProfile, { refresh: true })
