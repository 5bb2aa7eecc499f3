import { route } from '@/lib/transport/route'

export const GET = route('GET /api/routines/:id')
export const PATCH = route('PATCH /api/routines/:id')
export const DELETE = route('DELETE /api/routines/:id')
