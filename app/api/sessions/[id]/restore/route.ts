import { route } from '@/lib/transport/route'

export const POST = route('POST /api/sessions/:id/restore')
