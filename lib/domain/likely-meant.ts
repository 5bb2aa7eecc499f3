/** A figure is near the usual one within this factor, either way. */
const NEAR = 1.5
const TWICE = /^([1-9])\1$/

/**
 * Guesses the figure that a person meant to type: the one digit of a key that was hit twice (5 for 55),
 * `text` with the point that the usual figure has (107.5 for 1075) or without one of its characters (145
 * for 1450) if that is near the usual figure, else the usual figure.
 */
export function likelyMeant(text: string, usual: string): string {
  const [, key] = TWICE.exec(text) ?? []
  if (key) return key
  const aim = Number(usual)
  const isNear = (each: string) =>
    /^[1-9]\d*(\.\d*[1-9])?$/.test(each) && Number(each) <= aim * NEAR && aim <= Number(each) * NEAR
  const whole = text.length - (usual.split('.')[1]?.length ?? 0)
  const pointed = `${text.slice(0, whole)}.${text.slice(whole)}`
  if (isNear(pointed)) return pointed
  const [nearest] = [...text]
    .map((_, at) => `${text.slice(0, at)}${text.slice(at + 1)}`)
    .reverse()
    .filter(isNear)
    .sort((a, b) => Math.abs(Number(a) - aim) - Math.abs(Number(b) - aim))
  return nearest ?? usual
}
