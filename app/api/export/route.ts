import { downloadExport } from '@/lib/transport/download'

export const GET = downloadExport
