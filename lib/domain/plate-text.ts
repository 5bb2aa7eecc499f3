const MOST_ALIKE = 2

/** The plates of one side in a line: `25 + 10 + 2.5`, and `12 × 45 + 35` where many are alike. */
export function plateText(perSide: readonly number[]): string {
  const weights = [...new Set(perSide)]
  return weights
    .flatMap((weight): (string | number)[] => {
      const count = perSide.filter((each) => each === weight).length
      return count > MOST_ALIKE ? [`${count} × ${weight}`] : Array<number>(count).fill(weight)
    })
    .join(' + ')
}
