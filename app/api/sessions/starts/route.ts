import { route } from '@/lib/transport/route'

export const GET = route('GET /api/sessions/starts')
