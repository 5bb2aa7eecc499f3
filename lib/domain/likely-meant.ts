/** A figure is near the usual one within this factor, either way. */
const NEAR = 1.5

/**
 * What was probably meant by a figure that is hard to believe: without one of its characters, where
 * that is near the usual figure (55 for 5, 1450 for 145), else the usual one.
 */
export function likelyMeant(text: string, usual: string): string {
  const aim = Number(usual)
  const [nearest] = [...text]
    .map((_, at) => `${text.slice(0, at)}${text.slice(at + 1)}`)
    .filter((each) => /^[1-9]\d*(\.\d+)?$/.test(each))
    .filter((each) => Number(each) <= aim * NEAR && aim <= Number(each) * NEAR)
    .sort((a, b) => Math.abs(Number(a) - aim) - Math.abs(Number(b) - aim))
  return nearest ?? usual
}
