import { route } from '@/lib/transport/route'

export const PATCH = route('PATCH /api/sessions/:id/sets/:setId')
export const DELETE = route('DELETE /api/sessions/:id/sets/:setId')
