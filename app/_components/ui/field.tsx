import type { ComponentProps, ReactNode } from 'react'
import type { PublicError } from '@/lib/core/result'

const CONTROL =
  'min-h-12 w-full rounded-control border border-field bg-surface px-3 text-base text-ink placeholder:text-faint aria-invalid:border-bad'

interface FieldProps {
  label: string
  name: string
  /** The answer of the last post: its sentence for this field, and what was typed. */
  error?: PublicError | null | undefined
  hint?: string | undefined
  children?: ReactNode
}

interface Bound {
  id: string
  name: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/** Label, control, hint and error, tied together for those who listen. */
function Labelled({
  label,
  name,
  error,
  hint,
  render,
}: FieldProps & { render: (bound: Bound) => ReactNode }) {
  const messages = error?.fields?.[name]
  const id = `field-${name.replaceAll(/[[\].]+/g, '-')}`
  const describedBy = [messages && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {render({
        id,
        name,
        'aria-invalid': messages ? true : undefined,
        'aria-describedby': describedBy || undefined,
      })}
      {hint ? (
        <p id={`${id}-hint`} className="text-[0.8125rem] text-soft">
          {hint}
        </p>
      ) : null}
      {messages ? (
        <p id={`${id}-error`} className="text-[0.8125rem] font-medium text-bad">
          {messages.join(' ')}
        </p>
      ) : null}
    </div>
  )
}

export function TextField({
  label,
  name,
  error,
  hint,
  defaultValue,
  className = '',
  ...rest
}: FieldProps & Omit<ComponentProps<'input'>, 'name'>) {
  return (
    <Labelled
      {...{ label, name, error, hint }}
      render={(bound) => (
        <input
          className={`${CONTROL} ${className}`}
          defaultValue={error?.values?.[name] ?? defaultValue}
          {...rest}
          {...bound}
        />
      )}
    />
  )
}

export function TextArea({
  label,
  name,
  error,
  hint,
  defaultValue,
  ...rest
}: FieldProps & Omit<ComponentProps<'textarea'>, 'name'>) {
  return (
    <Labelled
      {...{ label, name, error, hint }}
      render={(bound) => (
        <textarea
          rows={3}
          className={`${CONTROL} py-2.5`}
          defaultValue={error?.values?.[name] ?? defaultValue}
          {...rest}
          {...bound}
        />
      )}
    />
  )
}

export function SelectField({
  label,
  name,
  error,
  hint,
  defaultValue,
  options,
  ...rest
}: FieldProps &
  Omit<ComponentProps<'select'>, 'name'> & {
    options: readonly (readonly [value: string, label: string])[]
  }) {
  return (
    <Labelled
      {...{ label, name, error, hint }}
      render={(bound) => (
        <select
          className={CONTROL}
          defaultValue={error?.values?.[name] ?? defaultValue}
          {...rest}
          {...bound}
        >
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    />
  )
}

/** A choice of few, each as a large target; works as plain radio buttons. */
export function ChoiceField({
  label,
  name,
  error,
  hint,
  defaultValue,
  options,
}: FieldProps & {
  defaultValue?: string | undefined
  options: readonly { value: string; label: string; hint?: string }[]
}) {
  const chosen = error?.values?.[name] ?? defaultValue
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-sm font-semibold">{label}</legend>
      <div className="grid gap-2 sm:grid-flow-col sm:auto-cols-fr">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-12 items-center gap-3 rounded-control border border-field bg-surface px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={chosen === option.value}
              className="size-4 flex-none accent-accent"
            />
            <span>
              <span className="block font-medium">{option.label}</span>
              {option.hint ? (
                <span className="block text-[0.8125rem] text-soft">{option.hint}</span>
              ) : null}
            </span>
          </label>
        ))}
      </div>
      {hint ? <p className="text-[0.8125rem] text-soft">{hint}</p> : null}
      {error?.fields?.[name] ? (
        <p className="text-[0.8125rem] font-medium text-bad">{error.fields[name].join(' ')}</p>
      ) : null}
    </fieldset>
  )
}
