import type { PublicError } from '@/lib/core/result'

export interface PlateRowProps {
  path: string
  row: { weight: string | number; count: string | number; weightLabel: string; countLabel: string }
  error: PublicError | null
}

/** The weight of a plate and how many there are, side by side. */
export function PlateRow({ path, row, error }: PlateRowProps) {
  const field = (name: 'weight' | 'count') => {
    const isMarked = error?.fields?.[`${path}.${name}`] !== undefined
    return {
      name: `${path}.${name}`,
      defaultValue: error?.values?.[`${path}.${name}`] ?? row[name],
      'aria-label': row[`${name}Label`],
      ...(isMarked ? { 'aria-invalid': true, 'aria-describedby': path } : {}),
      autoComplete: 'off',
      className:
        'fig min-h-12 w-full min-w-0 rounded-control border border-field bg-surface px-3 text-xl aria-invalid:border-bad',
    }
  }
  const problems = [
    ...(error?.fields?.[`${path}.weight`] ?? []),
    ...(error?.fields?.[`${path}.count`] ?? []),
  ]
  return (
    <div>
      <div className="grid grid-cols-2 gap-2">
        <input {...field('weight')} inputMode="decimal" />
        <input {...field('count')} inputMode="numeric" />
      </div>
      {problems.length > 0 ? (
        <p id={path} className="mt-1 text-[0.8125rem] font-medium text-bad">
          {problems.join(' ')}
        </p>
      ) : null}
    </div>
  )
}
