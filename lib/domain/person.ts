/** What a person trains for, as their profile says; any number of them. */
export const TRAINING_GOALS = ['strength', 'muscle', 'endurance', 'weight', 'health'] as const
export type TrainingGoal = (typeof TRAINING_GOALS)[number]

/** In years, by the calendar year alone, since a profile has no birthday. */
export const AGE_LIMITS = { min: 1, max: 100 }
