import { route } from '@/lib/transport/route'

export const PUT = route('PUT /api/organizations/:id/owner')
