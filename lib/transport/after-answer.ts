import 'server-only'
import { after } from 'next/server'
import { to } from '@/lib/core/result'
import { log } from '@/lib/services/log'

/** Queues work for after the answer; its failure is logged and changes nothing. */
export function afterAnswer(task: () => Promise<void>): void {
  after(async () => {
    const [error] = await to(task())
    if (error) log.error({ err: error }, 'work after the answer failed')
  })
}
