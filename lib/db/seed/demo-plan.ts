import type { PlannedExercise, RoutineDocument } from '@/lib/schemas/plan'

/** What the demo athlete trains: believable lines that grow over half a year. */
export interface DemoLine {
  exercise: string
  sets: number
  /** null where a distance is asked for. */
  reps: number | null
  /** Where the half year starts and where it ends: kg, metres without repetitions; null for the own weight. */
  span: readonly [from: number, to: number] | null
  restSeconds: number
  progression: PlannedExercise['progression']
}

export interface DemoRoutine {
  name: string
  description: string
  goal: RoutineDocument['goal']
  color: string
  estimatedMinutes: number
  /** Days after the first day of the demo, 0 to 6, so that there is a workout to begin on that day. */
  day: number
  /** A day of the schedule that is switched off, and was never trained. */
  isPaused: boolean
  /** Lines that stand together take turns. */
  blocks: readonly (readonly DemoLine[])[]
}

const line = (
  exercise: string,
  sets: number,
  reps: number | null,
  span: DemoLine['span'],
  restSeconds = 120,
  progression: DemoLine['progression'] = null,
): DemoLine => ({ exercise, sets, reps, span, restSeconds, progression })

const GO_UP = { kind: 'linear', step: 2.5, unit: 'kg', misses: 3, deloadPercent: 10 } as const
const REPS_FIRST = { kind: 'double', step: 5, unit: 'kg' } as const

export const DEMO_ROUTINES: readonly DemoRoutine[] = [
  {
    name: 'Push day',
    description: 'Bench first, then shoulders and triceps.',
    goal: 'strength',
    color: '#1f56d8',
    estimatedMinutes: 60,
    day: 0,
    isPaused: false,
    blocks: [
      [line('barbell-bench-press', 4, 5, [77.5, 85], 180, GO_UP)],
      [line('barbell-overhead-press', 3, 6, [47.5, 52.5], 150)],
      [line('incline-dumbbell-bench-press', 3, 9, [22.5, 27.5])],
      [line('dumbbell-lateral-raise', 3, 14, [10, 12.5], 75)],
      [line('triceps-pushdown', 3, 12, [27.5, 32.5], 75)],
    ],
  },
  {
    name: 'Leg day, heavy',
    description: 'Squat with five sets, then the back of the legs.',
    goal: 'strength',
    color: '#1c7a45',
    estimatedMinutes: 65,
    day: 2,
    isPaused: false,
    blocks: [
      [line('barbell-back-squat', 5, 5, [105, 120], 180, GO_UP)],
      [line('barbell-romanian-deadlift', 3, 8, [90, 100], 150)],
      [line('leg-press', 3, 10, [175, 190], 120, REPS_FIRST)],
      [line('seated-leg-curl', 3, 12, [45, 50], 90)],
      [line('standing-calf-raise', 3, 15, [75, 80], 60)],
    ],
  },
  {
    name: 'Pull day',
    description: 'Deadlift, rows, then pulldowns and curls in turns.',
    goal: 'strength',
    color: '#8f6200',
    estimatedMinutes: 60,
    day: 4,
    isPaused: false,
    blocks: [
      [line('barbell-deadlift', 3, 5, [130, 145], 210, GO_UP)],
      [line('barbell-bent-over-row', 4, 8, [67.5, 72.5], 120)],
      [line('lat-pulldown', 3, 10, [62.5, 67.5], 90), line('hammer-curl', 3, 11, [15, 17.5], 90)],
    ],
  },
  {
    name: 'Easy run',
    description: 'Slow enough to talk.',
    goal: 'running',
    color: '#0f766e',
    estimatedMinutes: 50,
    day: 5,
    isPaused: false,
    blocks: [[line('running', 1, null, [4000, 9000])]],
  },
  {
    name: 'Hotel room',
    description: 'For weeks on the road: no gear at all.',
    goal: 'general',
    color: '#7c3aed',
    estimatedMinutes: 25,
    day: 6,
    isPaused: true,
    blocks: [
      [line('push-up', 3, 15, null, 60)],
      [line('bodyweight-squat', 3, 20, null, 60)],
      [line('glute-bridge', 3, 15, null, 60)],
    ],
  },
]
