import 'server-only'
import * as z from 'zod'
import { toSync } from '@/lib/core/result'
import type { Pagination } from './envelope'

export const limitSchema = z.int().min(1).max(100).default(20)
const offsetSchema = z.int().min(0).max(100_000).default(0)

/** Where a list goes on: opaque to clients, and what `schema` says to us. */
export const cursorSchema = <S extends z.ZodType>(schema: S) =>
  z
    .string()
    .max(500)
    .transform((text, context): z.output<S> => {
      const decode = (): unknown => JSON.parse(Buffer.from(text, 'base64url').toString())
      const cursor = schema.safeParse(toSync(decode)[1])
      if (cursor.success) return cursor.data
      context.addIssue({ code: 'custom' })
      return z.NEVER
    })
    .optional()

const toCursor = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url')

/** The envelope's `pagination`, with a cursor where there is more. */
export const paginate = (
  list: Pick<Pagination, 'limit' | 'total' | 'page' | 'totalPages'>,
  next: unknown,
): Pagination => ({ ...list, ...(next != null && { nextCursor: toCursor(next) }) })

/** A page of a list that is read by page number and knows how much there is in all. */
export function pageOf<T>(items: T[], at: { limit: number; total: number; page: number }) {
  const totalPages = Math.ceil(at.total / at.limit)
  const next = at.page < totalPages ? at.page + 1 : null
  return { items, pagination: paginate({ ...at, totalPages }, next) }
}

/** Paging by place in the list; a cursor says the place too. */
export const offsetShape = {
  limit: limitSchema,
  offset: offsetSchema,
  cursor: cursorSchema(offsetSchema),
}

/** The place that an input with `offsetShape` asks for. */
export const placeOf = ({
  limit,
  offset,
  cursor = offset,
}: {
  limit: number
  offset: number
  cursor?: number | undefined
}) => ({ limit, offset: cursor })

/** The envelope's paging of a list that is read by place. */
export const nextPlace = (
  hasMore: boolean,
  { limit, offset }: { limit: number; offset: number },
): Pagination => paginate({ limit }, hasMore ? offset + limit : null)
