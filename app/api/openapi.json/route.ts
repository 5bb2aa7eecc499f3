import { openApi } from '@/lib/transport/route'

export const dynamic = 'force-dynamic'
export const GET = openApi
