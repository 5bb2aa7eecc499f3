/**
 * Whose rows a repository may touch. Only lib/policies makes one, after it has decided, so a
 * query without an owner does not compile.
 */
declare const minted: unique symbol

export interface AthleteScope {
  readonly athleteId: string
  readonly [minted]: 'athlete'
}
