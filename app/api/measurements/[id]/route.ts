import { route } from '@/lib/transport/route'

export const PATCH = route('PATCH /api/measurements/:id')
export const DELETE = route('DELETE /api/measurements/:id')
