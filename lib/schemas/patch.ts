import * as z from 'zod'

type Patch<Shape extends z.ZodRawShape> = {
  [Key in keyof Shape]: z.ZodOptional<
    Shape[Key] extends z.ZodDefault<infer Inner extends z.ZodType>
      ? Inner
      : Extract<Shape[Key], z.ZodType>
  >
}

/**
 * The fields of a shape for a change that leaves some out: none is required, and what is left out
 * stays absent instead of becoming its default.
 */
export function patchShape<Shape extends z.ZodRawShape>(shape: Shape): Patch<Shape> {
  const optional = Object.entries(shape).map(([key, schema]) => [
    key,
    z.optional(schema instanceof z.ZodDefault ? schema.unwrap() : schema),
  ])
  return Object.fromEntries(optional) as Patch<Shape>
}
