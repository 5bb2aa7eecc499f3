const LONGEST = 60

/**
 * A name that somebody else typed, fit for a mail: letters, digits and the signs that names have, on
 * one line of at most 60 characters. Without dots, colons and slashes no mail program makes a link.
 */
export function plainName(name: string): string {
  const words = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}'’&-]+/gu, ' ')
    .trim()
  return [...words].slice(0, LONGEST).join('').trim() || '…'
}
