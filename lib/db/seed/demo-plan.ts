/** What the demo athlete trains: believable lines that grow over half a year. Weights in kg. */
export interface DemoLine {
  exercise: string
  sets: number
  reps: number
  /** Where the half year starts and where it ends. */
  from: number
  to: number
  restSeconds: number
}

export interface DemoRoutine {
  name: string
  description: string
  color: string
  estimatedMinutes: number
  /** 0 = Sunday. */
  dayOfWeek: number
  lines: readonly DemoLine[]
}

const line = (
  exercise: string,
  sets: number,
  reps: number,
  [from, to]: [number, number],
  restSeconds = 120,
): DemoLine => ({
  ...{ exercise, sets, reps, from, to, restSeconds },
})

export const DEMO_ROUTINES: readonly DemoRoutine[] = [
  {
    name: 'Push day',
    description: 'Bench first, then shoulders and triceps.',
    color: '#1f56d8',
    estimatedMinutes: 60,
    dayOfWeek: 1,
    lines: [
      line('barbell-bench-press', 4, 5, [77.5, 85], 180),
      line('barbell-overhead-press', 3, 6, [47.5, 52.5], 150),
      line('incline-dumbbell-bench-press', 3, 9, [22.5, 27.5]),
      line('dumbbell-lateral-raise', 3, 14, [10, 12], 75),
      line('triceps-pushdown', 3, 12, [27.5, 32.5], 75),
    ],
  },
  {
    name: 'Leg day, heavy',
    description: 'Squat with five sets, then the back of the legs.',
    color: '#1c7a45',
    estimatedMinutes: 65,
    dayOfWeek: 3,
    lines: [
      line('barbell-back-squat', 5, 5, [105, 120], 180),
      line('barbell-romanian-deadlift', 3, 8, [90, 100], 150),
      line('leg-press', 3, 10, [175, 190], 120),
      line('seated-leg-curl', 3, 12, [45, 50], 90),
      line('standing-calf-raise', 3, 15, [75, 80], 60),
    ],
  },
  {
    name: 'Pull day',
    description: 'Deadlift, rows and arms.',
    color: '#8f6200',
    estimatedMinutes: 60,
    dayOfWeek: 5,
    lines: [
      line('barbell-deadlift', 3, 5, [130, 145], 210),
      line('barbell-bent-over-row', 4, 8, [67.5, 72.5], 120),
      line('lat-pulldown', 3, 10, [62.5, 67.5], 90),
      line('hammer-curl', 3, 11, [16, 18], 75),
    ],
  },
]

export const DEMO_RUN = {
  name: 'Easy run',
  dayOfWeek: 6,
  exercise: 'running',
  fromMeters: 4000,
  toMeters: 9000,
}
