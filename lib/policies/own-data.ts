import type { Actor } from '@/lib/core/actor'
import type { AthleteScope } from './scope'

/** Everybody may work on what is their own. */
export function ownData(actor: Pick<Actor, 'userId'>): AthleteScope {
  return { athleteId: actor.userId } as AthleteScope
}
