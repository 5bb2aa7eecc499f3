import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'

const themeSchema = z.strictObject({ theme: z.enum(['light', 'dark', 'system']) })

/** The look belongs to the device, not the account: the transport keeps the answer in a cookie. */
export const setTheme = defineUseCase({
  name: 'preferences.setTheme',
  kind: 'read',
  access: 'anyone',
  input: themeSchema,
  output: themeSchema,
  authorize: () => null,
  run: async ({ input }) => input,
})
