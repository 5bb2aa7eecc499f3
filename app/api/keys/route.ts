import { route } from '@/lib/transport/route'

export const GET = route('GET /api/keys')
export const POST = route('POST /api/keys')
