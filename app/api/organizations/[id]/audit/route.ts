import { route } from '@/lib/transport/route'

export const GET = route('GET /api/organizations/:id/audit')
