import { authHandler } from '@/lib/transport/auth-handler'
import { unknownRoute } from '@/lib/transport/route'

export const GET = authHandler
export const POST = authHandler
export const PUT = unknownRoute
export const PATCH = unknownRoute
export const DELETE = unknownRoute
