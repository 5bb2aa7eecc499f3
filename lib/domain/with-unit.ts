/** A figure and its unit as text that never breaks between the two at the end of a line. */
export const withUnit = (figure: string | number, unit: string): string => `${figure}\u00a0${unit}`
