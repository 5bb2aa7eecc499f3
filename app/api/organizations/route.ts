import { route } from '@/lib/transport/route'

export const GET = route('GET /api/organizations')
export const POST = route('POST /api/organizations')
