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
  if (fields.includes('weight') && equipment.includes('dumbbell'))
    hints.push(equipment.length === 1 ? 'oneDumbbell' : 'ifDumbbells')
  if (isUnilateral && fields.includes('reps')) hints.push('repsPerSide')
  if (isUnilateral && fields.includes('durationSeconds')) hints.push('timePerSide')
  return hints
}
