import { Search } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LiveSearchForm } from './live-search-form'

interface SearchBoxProps {
  /** Where the search leads. */
  path: string
  q: string
  label: string
  hint: string
  /** What the address says beside the search. */
  hidden?: Iterable<readonly [name: string, value: string]>
  /** Filters below the words. */
  children?: ReactNode
}

/** Words to search for, and filters; a plain GET form underneath. */
export async function SearchBox({ path, q, label, hint, hidden = [], children }: SearchBoxProps) {
  const t = await getTranslations('common')
  return (
    <search>
      <LiveSearchForm path={path}>
        {[...hidden].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="relative">
          <input
            type="search"
            name="q"
            defaultValue={q}
            maxLength={100}
            autoComplete="off"
            aria-label={label}
            placeholder={hint}
            className="min-h-12 w-full rounded-control border border-field bg-surface pr-3 pl-11 text-base placeholder:text-faint placeholder-shown:text-ellipsis"
          />
          <button
            type="submit"
            aria-label={t('search')}
            className="absolute inset-y-0 left-0 grid w-11 place-items-center text-faint hover:text-ink"
          >
            <Search aria-hidden size={18} />
          </button>
        </div>
        {children}
      </LiveSearchForm>
    </search>
  )
}

/** One choice among few in a search; empty is any. */
export function SearchFilter(props: {
  name: string
  label: string
  chosen: string | undefined
  any?: string
  options: readonly (readonly [value: string, label: string])[]
}) {
  const { name, label, chosen, any, options } = props
  return (
    <select
      name={name}
      aria-label={label}
      defaultValue={chosen ?? ''}
      className="min-h-12 w-full min-w-0 rounded-control border border-field bg-surface px-2 text-base"
    >
      {any === undefined ? null : <option value="">{any}</option>}
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  )
}
