import 'server-only'
import { after } from 'next/server'
import { to } from '@/lib/core/result'
import { log } from '@/lib/services/log'

/** For what Better Auth's hooks queue: done after the answer, or at once outside a request. */
export async function laterOrNow(task: () => Promise<void>): Promise<void> {
  const logged = async () => {
    const [error] = await to(task())
    if (error) log.error({ err: error }, 'work after the answer failed')
  }
  try {
    after(logged)
  } catch {
    await logged()
  }
}
