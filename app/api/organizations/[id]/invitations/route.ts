import { route } from '@/lib/transport/route'

export const GET = route('GET /api/organizations/:id/invitations')
export const POST = route('POST /api/organizations/:id/invitations')
