/** The database that a phone keeps workouts in; its tables are made by `PhoneStore`. */
export const PHONE_DATABASE = 'gym-tracker'

/** How many changes of a person wait on this phone, refused ones too; 0 where it keeps nothing. */
export const countWaiting = (userId: string): Promise<number> =>
  count('outbox', (outbox) => outbox.index('user').count(userId))

/** How many workouts this phone keeps, whoever's they are. */
export const countKept = (): Promise<number> => count('workouts', (workouts) => workouts.count())

/** Looks without the code that the outbox is made of: most pages find nothing and need none of it. */
function count(table: string, ask: (table: IDBObjectStore) => IDBRequest<number>): Promise<number> {
  return new Promise<number>((resolve, reject) => {
    const opening = indexedDB.open(PHONE_DATABASE)
    // A phone that keeps nothing yet is left as it was.
    opening.onupgradeneeded = () => opening.transaction?.abort()
    opening.onerror = reject
    opening.onsuccess = () => {
      const { result: db } = opening
      try {
        const asking = ask(db.transaction(table).objectStore(table))
        asking.onsuccess = () => resolve(asking.result)
        asking.onerror = reject
      } catch (error) {
        reject(error)
      } finally {
        db.close()
      }
    }
  }).catch(() => 0)
}
