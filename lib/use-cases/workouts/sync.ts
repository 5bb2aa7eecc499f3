import * as z from 'zod'
import { defineUseCase } from '@/lib/core/define-use-case'
import { NotFoundError } from '@/lib/core/errors'
import type { Outcome } from '@/lib/domain/training/apply-operation'
import type { Operation } from '@/lib/domain/training/operations'
import { ownData } from '@/lib/policies/own-data'
import { idSchema } from '@/lib/schemas/text'
import {
  type OperationResult,
  operationResultSchema,
  operationSchema,
} from '@/lib/schemas/training-operations'
import { applyOperations, type WriteContext } from './apply-operations'
import { beginFromPhone } from './begin-from-phone'

const MOST_OPERATIONS = 100

/**
 * Does what a phone has kept, in its order. Each operation has its own result, the same however often
 * it is sent: one that is refused or in conflict changes nothing and stops no other.
 */
export const syncOperations = defineUseCase({
  name: 'workout.sync',
  kind: 'write',
  access: 'user',
  input: z.strictObject({ operations: z.array(operationSchema).min(1).max(MOST_OPERATIONS) }),
  output: z.object({
    results: z.array(operationResultSchema),
    /** Where each workout stands now. */
    sessions: z.array(z.object({ id: idSchema, revision: z.int() })),
  }),
  authorize: ({ actor }) => ownData(actor),
  run: async (context) => {
    const results: OperationResult[] = []
    const sessions: { id: string; revision: number }[] = []
    for (const [sessionId, operations] of bySession(context.input.operations)) {
      const done = await syncSession(context, sessionId, operations)
      results.push(...done.results)
      if (done.revision !== null) sessions.push({ id: sessionId, revision: done.revision })
    }
    const order = context.input.operations.map((operation) => operation.id)
    return { results: results.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)), sessions }
  },
})

async function syncSession(
  context: WriteContext,
  sessionId: string,
  operations: readonly Operation[],
): Promise<{ results: OperationResult[]; revision: number | null }> {
  const ids = operations.map((operation) => operation.id)
  const start = operations.find((operation) => operation.type === 'start')
  const isRefused = start && !(await isBegun(context, start))
  const done = await applyOperations(context, { id: sessionId }, { ids, from: () => operations })
  if (!done) {
    const gone = { status: 'refused', key: 'sessionNotFound' } as const
    const refusal = isRefused ? ({ status: 'refused', key: 'notFound' } as const) : gone
    return { results: operations.map(({ id }) => ({ id, ...refusal })), revision: null }
  }
  const results = done.outcomes.map(({ operation, outcome }) => resultOf(operation.id, outcome))
  return { results, revision: done.revision }
}

/** Whether the workout is there. What cannot be started must not keep the rest of a batch back. */
async function isBegun(
  context: WriteContext,
  start: Parameters<typeof beginFromPhone>[1],
): Promise<boolean> {
  try {
    await beginFromPhone(context, start)
    return true
  } catch (error) {
    if (error instanceof NotFoundError) return false
    throw error
  }
}

/** Workouts in a fixed order, so that two batches never wait for each other. */
function bySession(operations: readonly Operation[]): [string, Operation[]][] {
  const groups = new Map<string, Operation[]>()
  for (const operation of operations)
    groups.set(operation.sessionId, [...(groups.get(operation.sessionId) ?? []), operation])
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

function resultOf(id: string, outcome: Outcome): OperationResult {
  switch (outcome.kind) {
    case 'applied':
      return { id, status: 'applied' }
    case 'conflict':
      return { id, status: 'conflict', key: 'setChanged', theirs: { ...outcome.theirs } }
    case 'refused':
      return {
        ...{ id, status: 'refused', key: outcome.key },
        ...(outcome.fields && { fields: outcome.fields }),
      }
  }
}
