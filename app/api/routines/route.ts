import { route } from '@/lib/transport/route'

export const GET = route('GET /api/routines')
export const POST = route('POST /api/routines')
