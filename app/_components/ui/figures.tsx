import { Term } from './term'

interface Figure {
  label: string
  /** What the label means, on demand. */
  explanation?: string
  value: string
  /** Stands small behind the value. */
  unit?: string
  /** A comparison under it. */
  below?: string | null
}

/** Figures side by side, each with its name, as large as a glance needs. */
export function Figures({
  figures,
  className = '',
}: {
  figures: readonly Figure[]
  className?: string
}) {
  return (
    <dl
      className={`grid grid-cols-2 gap-2.5 narrow:grid-cols-1 max-sm:not-narrow:[&>:last-child:nth-child(odd)]:col-span-2 ${className}`}
    >
      {figures.map(({ label, explanation, value, unit, below }) => (
        <div key={label} className="rounded-card border border-line bg-surface px-3.5 pt-2 pb-3">
          {/* Every label is as high as one that can be pressed, so that neighbors stand level. */}
          <dt className="flex text-xs font-semibold text-soft [&>:first-child]:py-1 [&>:first-child]:text-left">
            {explanation ? <Term explanation={explanation}>{label}</Term> : <span>{label}</span>}
          </dt>
          <dd>
            {/* Apart from the value a long unit takes a line of its own height. */}
            <span className="fig flex flex-wrap items-baseline text-[2rem] leading-tight">
              {value}
              {unit ? <span className="unit text-sm">{unit}</span> : null}
            </span>
            {below ? <span className="block text-[0.8125rem] text-soft">{below}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
