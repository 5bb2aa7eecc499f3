import { streamRevisions } from '@/lib/transport/stream'

export const GET = streamRevisions
