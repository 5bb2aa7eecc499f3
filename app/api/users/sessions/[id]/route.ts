import { route } from '@/lib/transport/route'

export const DELETE = route('DELETE /api/users/sessions/:id')
