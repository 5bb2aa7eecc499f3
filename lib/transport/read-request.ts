import 'server-only'
import * as z from 'zod'
import { type FieldMessage, NotFoundError, TooLargeError, ValidationError } from '@/lib/core/errors'
import { to, toSync } from '@/lib/core/result'
import { idSchema } from '@/lib/schemas/text'
import type { Endpoint } from './endpoint'

const MOST_BYTES = 1024 * 1024

export type PathParams = Record<string, string | string[] | undefined>

/**
 * The raw input of an operation: its path parameters and the query (GET, DELETE) or the JSON body.
 * @throws NotFoundError for an id that cannot be one, ValidationError, TooLargeError
 */
export async function readRequest(
  request: Request,
  endpoint: Endpoint,
  params: PathParams,
): Promise<Record<string, unknown>> {
  const hasQuery = request.method === 'GET' || request.method === 'DELETE'
  const sent = hasQuery ? readQuery(request, endpoint.schema) : await readBody(request)
  const ids = Object.entries(params).map(([name, value]) => {
    if (!idSchema.safeParse(value).success) throw new NotFoundError(endpoint.missing)
    return [endpoint.params?.[name] ?? name, value] as const
  })
  const twice = ids.filter(([name]) => Object.hasOwn(sent, name))
  if (twice.length > 0)
    throw new ValidationError(Object.fromEntries(twice.map(([name]) => [name, [UNKNOWN]])))
  return { ...sent, ...Object.fromEntries(ids) }
}

const UNKNOWN: FieldMessage = { key: 'unknownField' }
const refuseBody = (key: FieldMessage['key']) => new ValidationError({ body: [{ key }] })

const numeric = /^-?\d+(\.\d+)?$/
const typesSchema = z.object({
  properties: z.record(z.string(), z.looseObject({ type: z.string().optional() })).default({}),
})

/** Numbers and booleans are read as such where the schema asks for them; all else stays text. */
function readQuery(request: Request, schema: z.ZodType): Record<string, unknown> {
  const { properties } = typesSchema.parse(z.toJSONSchema(schema, { io: 'input' }))
  const query = new URL(request.url).searchParams
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const [text = '', ...more] = query.getAll(name)
      if (more.length > 0) throw new ValidationError({ [name]: [{ key: 'invalid' }] })
      const type = Object.hasOwn(properties, name) ? properties[name]?.type : undefined
      if ((type === 'integer' || type === 'number') && numeric.test(text))
        return [name, Number(text)]
      if (type === 'boolean' && (text === 'true' || text === 'false'))
        return [name, text === 'true']
      return [name, text]
    }),
  )
}

/**
 * A JSON object; no body at all is an empty one.
 * @throws ValidationError, TooLargeError
 */
export async function readBody(request: Request): Promise<Record<string, unknown>> {
  const bytes = await readBytes(request)
  if (bytes.length === 0) return {}
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw refuseBody('json')
  const decode = () => new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  const [error, body] = toSync((): unknown => JSON.parse(decode()))
  if (error) throw refuseBody('json')
  if (!isObject(body)) throw refuseBody('json')
  return body
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads no further than the limit, whatever the length was said to be. */
async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length')) > MOST_BYTES) throw new TooLargeError()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  while (reader) {
    const [, chunk] = await to(reader.read())
    if (!chunk) throw refuseBody('json')
    if (!chunk.value) break
    size += chunk.value.length
    if (size > MOST_BYTES) {
      await reader.cancel()
      throw new TooLargeError()
    }
    chunks.push(chunk.value)
  }
  return Buffer.concat(chunks)
}
