import { unbelievableFields } from '@/lib/domain/believable'
import { bestsSoFar } from '@/lib/domain/training/bests-so-far'
import { unitOf } from '@/lib/domain/training/shown-sets'
import { presentSets, type TrainingDocument } from '@/lib/domain/training/training'
import { parseTypedNumber } from '@/lib/domain/typed-number'
import type { TypedSet } from '@/lib/offline/phone-store'

/** The weights that are being typed, by set, without those to be asked about before they carry down. */
export function draftWeights(
  document: TrainingDocument,
  typed: Readonly<Record<string, TypedSet>>,
): Record<string, number> {
  const drafts: Record<string, number> = {}
  for (const exercise of document.training.exercises) {
    const { exerciseId } = exercise
    const tracking = document.training.facts[exerciseId]?.tracking
    for (const set of presentSets(exercise)) {
      const weight = parseTypedNumber(typed[set.id]?.texts.weight ?? '')
      if (!tracking || weight === null) continue
      const weightUnit =
        set.weight === null ? unitOf(document.training, exerciseId) : set.weightUnit
      const about = { tracking, weightUnit, bests: bestsSoFar(document, exerciseId) }
      const figures = { weight, reps: 1, durationSeconds: null, distanceMeters: null }
      if (unbelievableFields(figures, about).length === 0) drafts[set.id] = weight
    }
  }
  return drafts
}
