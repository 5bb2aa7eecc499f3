import { route } from '@/lib/transport/route'

export const GET = route('GET /api/measurements')
export const POST = route('POST /api/measurements')
