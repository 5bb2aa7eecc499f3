import { applyOperation } from '@/lib/domain/training/apply-operation'
import type { Training, TrainingDocument } from '@/lib/domain/training/training'
import type { Entry } from './phone-store'

/**
 * A workout with what was done to it since, as far as it can be done. What cannot is no problem yet:
 * the server may have done it already, and only its answer says what became of it.
 */
export function applyEntries(document: TrainingDocument, entries: readonly Entry[]): Training {
  let training: Training = document.training
  for (const { operation, facts } of entries) {
    if (facts && operation.type === 'addExercise' && !training.facts[operation.exerciseId])
      training = { ...training, facts: { ...training.facts, [operation.exerciseId]: facts } }
    const outcome = applyOperation(training, operation)
    if (outcome.kind === 'applied') training = outcome.training
  }
  return training
}
