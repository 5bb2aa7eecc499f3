import { route } from '@/lib/transport/route'

export const GET = route('GET /api/users/profile')
export const PUT = route('PUT /api/users/profile')
