/** The database that a phone keeps workouts in; its tables are made by `PhoneStore`. */
export const PHONE_DATABASE = 'gym-tracker'

/** How many changes of a person wait on this phone, refused ones too; 0 where it keeps nothing. */
export const countWaiting = (userId: string): Promise<number> =>
  ask('outbox', (outbox) => outbox.index('user').count(userId)).then((count) => count ?? 0)

/** How many workouts this phone keeps, whoever's they are. */
export const countKept = (): Promise<number> =>
  ask('workouts', (workouts) => workouts.count()).then((count) => count ?? 0)

/** Whether this phone keeps a workout of a person that is not finished, as the server told it last. */
export async function keepsRunningWorkout(userId: string): Promise<boolean> {
  const own = IDBKeyRange.bound([userId], [userId, []])
  const kept = await ask('workouts', (workouts): IDBRequest<Kept[]> => workouts.getAll(own))
  return kept?.some(({ document }) => document.training.status === 'in_progress') ?? false
}

interface Kept {
  document: { training: { status: string } }
}

/** Looks without the code that the outbox is made of: most pages find nothing and need none of it. */
function ask<T>(
  table: string,
  question: (table: IDBObjectStore) => IDBRequest<T>,
): Promise<T | null> {
  return new Promise<T>((resolve, reject) => {
    const opening = indexedDB.open(PHONE_DATABASE)
    // A phone that keeps nothing yet is left as it was.
    opening.onupgradeneeded = () => opening.transaction?.abort()
    opening.onerror = reject
    opening.onsuccess = () => {
      const { result: db } = opening
      try {
        const asking = question(db.transaction(table).objectStore(table))
        asking.onsuccess = () => resolve(asking.result)
        asking.onerror = reject
      } catch (error) {
        reject(error)
      } finally {
        db.close()
      }
    }
  }).catch(() => null)
}
