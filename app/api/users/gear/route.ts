import { route } from '@/lib/transport/route'

export const GET = route('GET /api/users/gear')
export const PUT = route('PUT /api/users/gear')
