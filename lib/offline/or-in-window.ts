import type { Seen } from './outbox'

/**
 * Does what needs the phone's store; where the phone takes or gives nothing more, this window goes on
 * by itself and does it once more there.
 *
 * @param leave tells what the window has seen, for a phone that cannot be read
 */
export async function orInWindow<T>(
  task: () => Promise<T>,
  userId: string,
  leave: () => Seen,
): Promise<T> {
  try {
    return await task()
  } catch {
    const { leavePhone } = await import('./outbox')
    await leavePhone(userId, leave())
    return task()
  }
}
