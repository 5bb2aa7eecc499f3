import 'server-only'
import * as z from 'zod'
import type { ErrorCode } from '@/lib/core/errors'
import { messages } from '@/lib/i18n/messages'
import { type Endpoint, readOperation } from './endpoint'
import { endpoints } from './endpoints'
import { STATUS } from './envelope'
import { componentNames } from './open-api-names'

export type JsonSchema = z.core.JSONSchema.JSONSchema

interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description?: string
  schema: JsonSchema
}

type Content = { 'application/json': { schema: JsonSchema } }
type EventStream = { 'text/event-stream': { schema: JsonSchema } }

export interface OpenApiOperation {
  operationId: string
  summary: string
  tags: string[]
  parameters: Parameter[]
  requestBody?: { required: boolean; content: Content }
  responses: Record<
    string,
    { description: string; headers?: object; content: Content | EventStream }
  >
}

export interface OpenApiDocument {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string }
  servers: { url: string }[]
  security: Record<string, string[]>[]
  tags: { name: string }[]
  paths: Record<string, Record<string, OpenApiOperation>>
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, object> }
}

const errorSchema = z.object({
  success: z.literal(false),
  error: z.object({
    code: z.enum(Object.keys(STATUS)),
    message: z.string(),
    details: z
      .union([
        z.object({ validationErrors: z.record(z.string(), z.array(z.string())) }),
        z.object({ id: z.uuid() }),
      ])
      .nullable(),
    timestamp: z.iso.datetime(),
  }),
})

const paginationSchema = z.object({
  limit: z.int(),
  total: z.int().optional(),
  nextCursor: z.string().optional(),
  page: z.int().optional(),
  totalPages: z.int().optional(),
})

/** The OpenAPI document of everything in the table. */
export function openApiDocument(): OpenApiDocument {
  const schemas: Record<string, JsonSchema> = {}
  const names = componentNames([
    ['Error', errorSchema],
    ['Pagination', paginationSchema],
  ])
  const toSchema = (schema: z.ZodType, isAnswer: boolean): JsonSchema => {
    const { $schema, $defs, ...own } = z.toJSONSchema(schema, {
      io: 'input',
      ...(isAnswer && { metadata: names }),
      override: ({ jsonSchema }) => tidy(jsonSchema, isAnswer),
    })
    for (const [name, component] of Object.entries($defs ?? {})) schemas[name] = refer(component)
    return refer(own)
  }
  const paths: OpenApiDocument['paths'] = {}
  for (const [operation, endpoint] of Object.entries(endpoints)) {
    const { method, path } = readOperation(operation)
    const template = path.replaceAll(/:(\w+)/g, '{$1}')
    const described = toOperation(operation, endpoint, toSchema)
    paths[template] = { ...paths[template], [method.toLowerCase()]: described }
  }
  const tags = [...new Set(Object.keys(endpoints).map(tagOf))].map((name) => ({ name }))
  return { ...HEAD, tags, paths, components: { schemas, securitySchemes: SECURITY_SCHEMES } }
}

const SECURITY_SCHEMES = {
  cookie: { type: 'apiKey', in: 'cookie', name: 'gym-tracker.session_token' },
  bearer: { type: 'http', scheme: 'bearer', description: 'An API key made in Settings.' },
}

const HEAD = {
  openapi: '3.1.0',
  info: {
    title: 'Gym Tracker',
    version: '1',
    description: 'What the screens can do, for other programs. /api/docs says how to use it.',
  },
  servers: [{ url: '/' }],
  security: [{ cookie: [] }, { bearer: [] }],
} satisfies Partial<OpenApiDocument>

type ToSchema = (schema: z.ZodType, isAnswer: boolean) => JsonSchema

const tagOf = (operation: string): string => readOperation(operation).path.split('/')[2] ?? ''

function toOperation(operation: string, endpoint: Endpoint, toSchema: ToSchema): OpenApiOperation {
  const { hasBody } = readOperation(operation)
  const input = inputOf(operation, endpoint, toSchema(endpoint.schema, false))
  return {
    operationId: operationIdOf(operation),
    summary: endpoint.summary,
    tags: [tagOf(operation)],
    parameters: input.parameters,
    ...(hasBody && {
      requestBody: { required: input.isBodyRequired, content: json(input.body) },
    }),
    responses: {
      [endpoint.status ?? 200]: {
        description: 'It worked.',
        content: endpoint.isStream
          ? { 'text/event-stream': { schema: toSchema(endpoint.answer.schema, true) } }
          : json(toSchema(successSchema(endpoint), true)),
      },
      ...Object.fromEntries(
        failuresOf(operation, endpoint).map((code) => [STATUS[code], failure(code, toSchema)]),
      ),
    },
  }
}

/** `GET /api/routines/:id` → `getRoutinesById`. */
function operationIdOf(operation: string): string {
  const { method, path } = readOperation(operation)
  const words = path.split('/').slice(2)
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
  const named = words.map((word) => (word.startsWith(':') ? `By${capital(word.slice(1))}` : word))
  return (
    method.toLowerCase() +
    named
      .flatMap((word) => word.split('-'))
      .map(capital)
      .join('')
  )
}

const successSchema = ({ answer }: Endpoint) =>
  z.object({
    success: z.literal(true),
    data: answer.schema,
    ...(answer.isPaged && { pagination: paginationSchema }),
    timestamp: z.iso.datetime(),
  })

const json = (schema: JsonSchema): Content => ({ 'application/json': { schema } })

function failure(code: ErrorCode, toSchema: ToSchema) {
  const isTimed = code === 'rate_limited' || code === 'unavailable'
  return {
    description: messages.api.failures[code],
    ...(isTimed && { headers: { 'Retry-After': { schema: { type: 'integer' } } } }),
    content: json({
      allOf: [
        toSchema(errorSchema, true),
        { properties: { error: { properties: { code: { const: code } } } } },
      ],
    }),
  }
}

function failuresOf(operation: string, endpoint: Endpoint): ErrorCode[] {
  const { hasBody, params } = readOperation(operation)
  const isWrite = endpoint.useCase.kind === 'write'
  const always: ErrorCode[] = ['validation', 'unauthorized', 'forbidden']
  return [
    ...always,
    ...(params.length > 0 || isWrite ? (['not_found'] as const) : []),
    ...(isWrite ? (['conflict'] as const) : []),
    ...(hasBody ? (['too_large'] as const) : []),
    ...(['rate_limited', 'internal', 'unavailable'] as const),
  ]
}

const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same write again under the same key answers the same, for 24 hours.',
  schema: { type: 'string', pattern: '^[!-~]{1,200}$' },
}

/** What an operation takes, told apart by where it stands in the request. */
function inputOf(operation: string, endpoint: Endpoint, schema: JsonSchema) {
  const { params, hasBody } = readOperation(operation)
  const inPath = params.map((name) => ({ name, field: endpoint.params?.[name] ?? name }))
  const isInPath = (field: string) => inPath.some((param) => param.field === field)
  const rest = Object.entries(schema.properties ?? {}).filter(([field]) => !isInPath(field))
  const required = (schema.required ?? []).filter((field) => !isInPath(field))
  const query = rest.map(([name, property]) => ({
    ...{ name, in: 'query' as const, required: required.includes(name) },
    schema: asSchema(property),
  }))
  const path = inPath.map(({ name }) => ({
    ...{ name, in: 'path' as const, required: true },
    schema: { type: 'string', format: 'uuid' } as const,
  }))
  return {
    parameters: [
      ...path,
      ...(hasBody ? [] : query),
      ...(endpoint.useCase.kind === 'write' ? [IDEMPOTENCY_KEY] : []),
    ],
    isBodyRequired: required.length > 0,
    body: {
      ...schema,
      properties: Object.fromEntries(rest),
      required,
    },
  }
}

const asSchema = (property: JsonSchema | boolean): JsonSchema =>
  typeof property === 'boolean' ? {} : property

/** Answers hold what they say and nothing else; formats say what Zod's patterns repeat. */
function tidy(schema: JsonSchema, isAnswer: boolean): void {
  if (isAnswer && schema.type === 'object') schema.additionalProperties ??= false
  if (schema.format) delete schema.pattern
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
}

/** Points the references of one schema at the components of the document. */
const refer = (schema: JsonSchema): JsonSchema =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'))
