import { route } from '@/lib/transport/route'

export const PATCH = route('PATCH /api/organizations/:id/members/:userId')
export const DELETE = route('DELETE /api/organizations/:id/members/:userId')
