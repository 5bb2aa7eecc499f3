/** Ways to parts further down a long page, by their ids. */
export function JumpLinks({
  to,
  className = '',
}: {
  to: readonly (readonly [id: string, label: string])[]
  className?: string
}) {
  return (
    <p className={`flex flex-wrap gap-x-5 ${className}`}>
      {to.map(([id, label]) => (
        <a
          key={id}
          href={`#${id}`}
          className="flex min-h-11 items-center font-semibold text-accent"
        >
          {label}
        </a>
      ))}
    </p>
  )
}
