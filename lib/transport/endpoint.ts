import 'server-only'
import * as z from 'zod'
import type { Access, AnyUseCase, UseCase } from '@/lib/core/define-use-case'
import type { ErrorCode } from '@/lib/core/errors'
import type { ErrorMessageKey } from '@/lib/i18n/messages'
import type { Pagination } from './envelope'
import type { Read } from './execute'

/** What stands in the envelope beside `success`, before `schema` encodes the data. */
interface Answered {
  data: unknown
  pagination?: Pagination
}

/** How the answer of a use case looks over REST. */
interface Answer<Data, Input> {
  schema: z.ZodType
  isPaged?: boolean
  of(data: Data, inside: { input: Input; read: Read }): Answered | Promise<Answered>
}

interface Spec<I extends z.ZodType, O extends z.ZodType> {
  /** One sentence for the reference. */
  summary: string
  /** Path parameters whose field of the input is called otherwise: `{ id: 'routineId' }`. */
  params?: Record<string, string>
  /** The input under the contract's names, strict; left out it is the use case's own. */
  input?: z.ZodType<z.output<I>>
  /** Left out it is the use case's output as it is. */
  answer?: Answer<z.output<O>, z.output<I>>
  status?: 201
  /** Failures whose code is another one here. */
  codes?: Partial<Record<ErrorMessageKey, ErrorCode>>
  /** What a wrong input and a path that leads nowhere are called here. */
  invalid?: ErrorMessageKey
  missing?: ErrorMessageKey
  /** The answer holds a secret, so it is not kept for a repetition under the same Idempotency-Key. */
  isShownOnce?: boolean
  /** Answers with server-sent events, each of which has the answer as its data; see stream.ts. */
  isStream?: true
}

/** An operation of the REST API, whatever its types. */
export type Endpoint = Omit<Spec<z.ZodType, z.ZodType>, 'input' | 'answer'> & {
  useCase: AnyUseCase
  schema: z.ZodType
  answer: Answer<unknown, unknown>
}

/** Fills in what an operation has in common with its use case. */
export function endpoint<A extends Access, I extends z.ZodType, O extends z.ZodType, Scope>(
  useCase: UseCase<A, I, O, Scope>,
  { input, answer, ...spec }: Spec<I, O>,
): Endpoint {
  const plain = { schema: useCase.output, of: (data: unknown) => ({ data }) }
  return { ...spec, useCase, schema: input ?? useCase.input, answer: answer ?? plain }
}

/** Answers with what the write made or changed, as this use case reads it in the same transaction. */
export function showing<Data, Input, I extends z.ZodType, O extends z.ZodType, Scope>(
  useCase: UseCase<'user', I, O, Scope>,
  inputOf: (data: Data, input: Input) => z.output<I>,
): Answer<Data, Input> {
  return {
    schema: useCase.output,
    of: async (data, { input, read }) => ({ data: await read(useCase, inputOf(data, input)) }),
  }
}

/** Answers with something made of the use case's answer. */
export function mapped<Data, Input, S extends z.ZodType>(
  schema: S,
  of: (data: Data, input: Input) => z.output<S>,
): Answer<Data, Input> {
  return { schema, of: (data, { input }) => ({ data: of(data, input) }) }
}

/** Answers with one page of a list. */
export function page<Data, Input, S extends z.ZodType>(
  item: S,
  of: (data: Data, input: Input) => { items: z.output<S>[]; pagination: Pagination },
): Answer<Data, Input> {
  return {
    schema: z.array(item),
    isPaged: true,
    of: (data, { input }) => {
      const { items, pagination } = of(data, input)
      return { data: items, pagination }
    },
  }
}

/** `METHOD /api/path/:id` in its parts. */
export function readOperation(operation: string) {
  const [method = '', path = ''] = operation.split(' ')
  const params = [...path.matchAll(/:(\w+)/g)].flatMap((match) => match[1] ?? [])
  return { method, path, params, hasBody: method !== 'GET' && method !== 'DELETE' }
}
