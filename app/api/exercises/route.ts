import { route } from '@/lib/transport/route'

export const GET = route('GET /api/exercises')
export const POST = route('POST /api/exercises')
