import { applyOperation } from '@/lib/domain/training/apply-operation'
import type { Training, TrainingDocument } from '@/lib/domain/training/training'
import type { Entry, Problem } from './phone-store'

/** A workout with what was done to it since, as far as it can be done. */
export function applyEntries(document: TrainingDocument, entries: readonly Entry[]) {
  let training: Training = document.training
  const problems = new Map<number, Problem>()
  for (const { seq, operation, facts } of entries) {
    if (facts && operation.type === 'addExercise' && !training.facts[operation.exerciseId])
      training = { ...training, facts: { ...training.facts, [operation.exerciseId]: facts } }
    const outcome = applyOperation(training, operation)
    if (outcome.kind === 'applied') training = outcome.training
    else problems.set(seq, outcome)
  }
  return { training, problems }
}
