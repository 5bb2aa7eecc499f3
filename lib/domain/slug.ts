const LONGEST = 50

/** A name in the letters of an address: `Iron Harbor & Söhne` becomes `iron-harbor-sohne`. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '')
  return plain || 'gym'
}
