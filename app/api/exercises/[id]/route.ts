import { route } from '@/lib/transport/route'

export const GET = route('GET /api/exercises/:id')
export const PATCH = route('PATCH /api/exercises/:id')
export const DELETE = route('DELETE /api/exercises/:id')
