import { ConflictError, type FieldMessage, NotFoundError, ValidationError } from '@/lib/core/errors'
import type { AppliedOperations } from './apply-operations'

/**
 * Throws what became of operations as a form is told of it.
 * @throws NotFoundError, ConflictError, ValidationError where one of them was not done
 */
export function refuse(done: AppliedOperations | null): asserts done is AppliedOperations {
  if (!done) throw new NotFoundError('sessionNotFound')
  for (const { outcome } of done.outcomes) {
    if (outcome.kind === 'conflict') throw new ConflictError('setChanged')
    if (outcome.kind !== 'refused') continue
    if (outcome.key === 'notFound') throw new NotFoundError()
    if (outcome.key !== 'validation') throw new ConflictError(outcome.key)
    const named = Object.entries(outcome.fields ?? {})
    const fields = named.map(([field, issue]): [string, FieldMessage[]] => [field, [issue]])
    throw new ValidationError(Object.fromEntries(fields))
  }
}
