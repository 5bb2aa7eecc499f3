'use server'

import { action } from '@/lib/transport/action'
import { register } from '@/lib/use-cases/auth/register'

export const registerAction = action(register, { redirectTo: '/auth/verify-email' })
