export type Choice = readonly [value: string, label: string]

interface CheckboxGroupProps {
  label: string
  name: string
  chosen: readonly string[]
  choices: readonly Choice[]
}

/** Any number of choices out of many, each as a large target. */
export function CheckboxGroup({ label, name, chosen, choices }: CheckboxGroupProps) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-semibold">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {choices.map(([value, text]) => (
          <label
            key={value}
            className="flex min-h-11 items-center gap-2 rounded-control border border-field bg-surface px-3 text-sm font-medium has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              className="size-4 accent-accent"
            />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
