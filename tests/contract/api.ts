import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, vi } from 'vitest'
import type { Actor } from '@/lib/core/actor'
import { openApiDocument } from '@/lib/transport/open-api'

/** Who the session says is asking, and the request's headers; Next's own are bound to a request. */
const request = vi.hoisted(() => ({ actor: null as Actor | null, headers: new Headers() }))
vi.mock('@/lib/auth/session', () => ({
  findActor: async () => request.actor,
  readSessionCookie: async () => null,
  findCookieActor: async () => request.actor,
}))
vi.mock('next/headers', () => ({
  headers: async () => request.headers,
  cookies: async () => ({ get: () => undefined, set: () => {} }),
}))
vi.mock('next/server', () => ({ after: () => {} }))

/** A request as a client writes it down; `params` fill the path's placeholders. */
export interface Sent {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  headers?: Record<string, string>
}

export const document = openApiDocument()

/** `METHOD /api/path/{id}` of every operation in the document. */
export const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
)

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema(document, 'openapi.json')

const described = (operation: string) => {
  const [method = '', path = ''] = operation.split(' ')
  const found = document.paths[path]?.[method.toLowerCase()]
  if (!found) throw new Error(`The document has no ${operation}`)
  return found
}

/** The document's own schema for an answer; fails for a status that the document does not list. */
function schemaOf(operation: string, status: number, type: string): ValidateFunction {
  const { responses } = described(operation)
  expect(Object.keys(responses), `${operation} says nothing of ${status}`).toContain(String(status))
  const [method = '', path = ''] = operation.split(' ')
  const steps = ['paths', path, method.toLowerCase(), 'responses', status, 'content']
  const pointer = [...steps, type, 'schema']
    .map((step) => encodeURIComponent(String(step).replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/')
  const validate = ajv.getSchema(`openapi.json#/${pointer}`)
  if (!validate) throw new Error(`${operation} has no schema for ${status}`)
  return validate
}

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string> | undefined> },
) => Promise<Response>

/** `METHOD /api/path/{id}` of every handler under app/api. */
export async function listHandlers(): Promise<Map<string, Handler>> {
  const files = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
  const handlers = new Map<string, Handler>()
  for (const file of files.filter((name) => /(^|\/)route\.ts$/.test(name))) {
    const path = `/api/${file.replace(/\/route\.ts$/, '').replaceAll(/\[([.\w]+)\]/g, '{$1}')}`
    const module: Record<string, Handler> = await import(join(process.cwd(), 'app/api', file))
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      const handler = module[method]
      if (handler) handlers.set(`${method} ${path}`, handler)
    }
  }
  return handlers
}

const handlers = listHandlers()

async function handlerOf(operation: string): Promise<Handler> {
  const handler = (await handlers).get(operation)
  if (!handler) throw new Error(`app/api has no ${operation}`)
  return handler
}

/** Sends a request as a person and holds the answer against the document. */
export async function send(actor: Actor | null, operation: string, sent: Sent = {}) {
  const [method = '', template = ''] = operation.split(' ')
  const { params = {}, query = {}, body, headers = {} } = sent
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name) => params[name] ?? name)
  const hasBody = body !== undefined
  request.actor = actor
  request.headers = new Headers({
    ...(hasBody && { 'content-type': 'application/json' }),
    ...headers,
  })
  const asked = new Request(`http://gym.test${path}?${new URLSearchParams(query)}`, {
    method,
    headers: request.headers,
    ...(hasBody && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const handler = await handlerOf(operation)
  // As Next does it: a path without placeholders has no parameters at all.
  const given = template.includes('{') ? params : undefined
  const response = await handler(asked, { params: Promise.resolve(given) })
  const [type = ''] = response.headers.get('content-type')?.split(';') ?? []
  const isStream = type === 'text/event-stream'
  const answer: unknown = isStream ? { data: await firstEvent(response) } : await response.json()
  const validate = schemaOf(operation, response.status, type)
  validate(isStream ? Object(answer).data : answer)
  expect(
    validate.errors ?? [],
    `${operation} ${response.status} ${JSON.stringify(answer)}`,
  ).toEqual([])
  expect(response.headers.get('cache-control')).toMatch(/^no-store\b/)
  return { status: response.status, headers: response.headers, ...readAnswer(answer) }
}

/** The data of the first of the server-sent events; the stream is left then. */
async function firstEvent({ body }: Response): Promise<unknown> {
  const reader = body?.getReader()
  const { value } = (await reader?.read()) ?? {}
  await reader?.cancel()
  const [, data = ''] = /^data: (.*)$/m.exec(new TextDecoder().decode(value)) ?? []
  return JSON.parse(data)
}

function readAnswer(answer: unknown) {
  const { data, error, pagination } = Object(answer)
  return { data, error, pagination }
}
