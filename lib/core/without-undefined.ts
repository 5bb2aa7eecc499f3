type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }

/** The fields that say something, to be laid over what was there before. */
export const withoutUndefined = <T extends object>(fields: T): Defined<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Defined<T>
