import type { Equipment, Tracking } from '@/lib/schemas/exercise'
import { setFields } from './set-fields'

interface Logged {
  tracking: Tracking
  equipment: readonly Equipment[]
  isUnilateral: boolean
}

/**
 * What a person may take for twice or half of what is meant. The weights of dumbbells are those of the
 * rack, so of one, and a set without a side counts what was done with each.
 */
export function howToLog({ tracking, equipment, isUnilateral }: Logged) {
  const fields = setFields(tracking)
  const hints: ('oneDumbbell' | 'ifDumbbells' | 'repsPerSide' | 'timePerSide')[] = []
  const isAlone = equipment.length === 1
  if (fields.includes('weight') && equipment.includes('dumbbell') && (isAlone || isPair(equipment)))
    hints.push(isAlone ? 'oneDumbbell' : 'ifDumbbells')
  if (isUnilateral && fields.includes('reps')) hints.push('repsPerSide')
  if (isUnilateral && fields.includes('durationSeconds')) hints.push('timePerSide')
  return hints
}

/** Dumbbells come in pairs where they stand for a bar or what is carried in both hands. */
const isPair = (equipment: readonly Equipment[]): boolean =>
  equipment.includes('barbell') || equipment.includes('other')
