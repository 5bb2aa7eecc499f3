import { isDatabaseReady } from '@/lib/services/readiness'
import { probe } from '@/lib/transport/route'

export const dynamic = 'force-dynamic'
export const GET = probe('ready', isDatabaseReady)
