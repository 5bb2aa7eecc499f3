import { route } from '@/lib/transport/route'

export const POST = route('POST /api/sessions/:id/routine')
export const PUT = route('PUT /api/sessions/:id/routine')
