import { route } from '@/lib/transport/route'

export const GET = route('GET /api/sessions/:id')
export const PATCH = route('PATCH /api/sessions/:id')
export const DELETE = route('DELETE /api/sessions/:id')
