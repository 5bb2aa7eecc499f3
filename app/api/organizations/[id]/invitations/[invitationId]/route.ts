import { route } from '@/lib/transport/route'

export const DELETE = route('DELETE /api/organizations/:id/invitations/:invitationId')
