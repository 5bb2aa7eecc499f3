const memory = new Map<string, string>()

/**
 * Small values that this device keeps under a name. A browser may refuse localStorage because it is
 * full or switched off, so the window then keeps the value itself and no caller ever sees an error.
 */
export const deviceStorage = {
  get(name: string): string | null {
    const kept = memory.get(name)
    if (kept !== undefined) return kept
    try {
      return localStorage.getItem(name)
    } catch {
      return null
    }
  },
  set(name: string, value: string): void {
    try {
      localStorage.setItem(name, value)
      memory.delete(name)
    } catch {
      memory.set(name, value)
    }
  },
  remove(name: string): void {
    memory.delete(name)
    try {
      localStorage.removeItem(name)
    } catch {
      // A browser that refuses to forget never kept anything either.
    }
  },
}
