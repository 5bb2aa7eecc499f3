const KEY = 'gym-tracker.leaver'

/** Writes down for this window who is about to delete their account, so that the phone can forget them. */
export function noteLeaver(userId: string | null): void {
  if (userId === null) sessionStorage.removeItem(KEY)
  else sessionStorage.setItem(KEY, userId)
}

/** Whom the phone has to forget, once. */
export function takeLeaver(): string | null {
  const userId = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  return userId
}
