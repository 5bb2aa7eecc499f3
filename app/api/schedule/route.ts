import { route } from '@/lib/transport/route'

export const GET = route('GET /api/schedule')
export const PUT = route('PUT /api/schedule')
