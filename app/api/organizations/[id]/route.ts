import { route } from '@/lib/transport/route'

export const GET = route('GET /api/organizations/:id')
export const PATCH = route('PATCH /api/organizations/:id')
export const DELETE = route('DELETE /api/organizations/:id')
