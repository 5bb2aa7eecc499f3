import { v7 } from 'uuid'

/**
 * A new UUIDv7. Whoever creates a row makes its id, which is what makes a retry harmless; this
 * works in browsers without a secure context too.
 */
export const newId = (): string => v7()
