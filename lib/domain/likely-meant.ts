/** A figure is near the usual one within this factor, either way. */
const NEAR = 1.5
const TWICE = /^([1-9])\1$/

/**
 * Guesses the figure that a person meant to type: the one digit of a key that was hit twice (5 for 55),
 * `text` without one of its characters if that is near the usual figure (145 for 1450), else the usual
 * figure.
 */
export function likelyMeant(text: string, usual: string): string {
  const [, key] = TWICE.exec(text) ?? []
  if (key) return key
  const aim = Number(usual)
  const [nearest] = [...text]
    .map((_, at) => `${text.slice(0, at)}${text.slice(at + 1)}`)
    .filter((each) => /^[1-9]\d*(\.\d+)?$/.test(each))
    .filter((each) => Number(each) <= aim * NEAR && aim <= Number(each) * NEAR)
    .sort((a, b) => Math.abs(Number(a) - aim) - Math.abs(Number(b) - aim))
  return nearest ?? usual
}
