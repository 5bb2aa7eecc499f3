import { route } from '@/lib/transport/route'

export const DELETE = route('DELETE /api/keys/:id')
