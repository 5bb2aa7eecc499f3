'use client'

import { type ReactNode, useRef } from 'react'
import { type Picking, usePicking } from './picker-context'

export interface PickerFilters {
  muscle: string
  equipment: string
  isMine: boolean
}

export const NO_FILTERS: PickerFilters = { muscle: '', equipment: '', isMine: false }

/** The filters that are on, as the chips name them; empty where none is. */
export const filtersText = (
  { muscle, equipment, isMine }: PickerFilters,
  { add, kinds }: Picking,
): string =>
  [
    Object.entries(kinds.muscles).find(([each]) => each === muscle)?.[1],
    Object.entries(kinds.equipment).find(([each]) => each === equipment)?.[1],
    isMine && add.mine,
  ]
    .filter(Boolean)
    .join(', ')

interface PickerSearchProps {
  query: string
  setQuery: (query: string) => void
  filters: PickerFilters
  setFilters: (filters: PickerFilters) => void
  /** Leads back with nothing chosen. */
  cancel: ReactNode
}

/** What leads back, beside the words. */
export const CANCEL =
  'inline-flex min-h-12 items-center rounded-control px-2 font-semibold text-accent'

const CHIP =
  'relative inline-flex min-h-11 items-center gap-1.5 rounded-full border px-3 text-sm font-semibold has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent'
const chip = (isOn: boolean): string =>
  `${CHIP} ${isOn ? 'border-accent bg-accent-soft text-accent' : 'border-line bg-surface text-ink'}`

/** Words and filters; they stay on top while the list is scrolled, the words alone where text is large. */
export function PickerSearch(props: PickerSearchProps) {
  const { query, setQuery, filters, setFilters, cancel } = props
  const { add, kinds } = usePicking()
  const field = useRef<HTMLInputElement>(null)
  return (
    <search className="sticky narrow:contents top-0 z-10 -mx-4 flex flex-col gap-2 border-b border-line bg-ground px-4 py-2">
      <div className="flex narrow:contents items-center gap-1">
        <div className="relative narrow:sticky narrow:top-0 narrow:z-10 narrow:bg-ground narrow:py-1 min-w-0 flex-1">
          <input
            ref={field}
            type="search"
            enterKeyHint="search"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            aria-label={add.search}
            placeholder={add.search}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              // The list is there already: what Enter does is to make room for it.
              if (event.key === 'Enter') event.currentTarget.blur()
            }}
            className={`min-h-12 w-full rounded-control border border-faint bg-surface pl-4 text-base placeholder:text-soft placeholder-shown:text-ellipsis [&::-webkit-search-cancel-button]:hidden ${query ? 'pr-12' : 'pr-4'}`}
          />
          {query ? (
            <button
              type="button"
              aria-label={add.clear}
              className="absolute inset-y-0 right-0 grid w-12 place-items-center text-lg text-soft"
              onClick={() => {
                setQuery('')
                field.current?.focus()
              }}
            >
              <span aria-hidden>✕</span>
            </button>
          ) : null}
        </div>
        {cancel}
      </div>
      <fieldset className="flex flex-wrap gap-1.5 narrow:my-2">
        <legend className="sr-only">{add.filters}</legend>
        <Choice
          label={add.muscle}
          any={add.anyMuscle}
          value={filters.muscle}
          options={Object.entries(kinds.muscles)}
          onChange={(muscle) => setFilters({ ...filters, muscle })}
        />
        <Choice
          label={add.equipment}
          any={add.anyEquipment}
          value={filters.equipment}
          options={Object.entries(kinds.equipment)}
          onChange={(each) => setFilters({ ...filters, equipment: each })}
        />
        <button
          type="button"
          aria-pressed={filters.isMine}
          className={chip(filters.isMine)}
          onClick={() => setFilters({ ...filters, isMine: !filters.isMine })}
        >
          {add.mine}
        </button>
      </fieldset>
    </search>
  )
}

/** A list of the phone itself, dressed as a chip that says what is chosen. */
function Choice({
  label,
  any,
  value,
  options,
  onChange,
}: {
  label: string
  any: string
  value: string
  options: readonly (readonly [value: string, text: string])[]
  onChange: (value: string) => void
}) {
  const shown: ReactNode = options.find(([each]) => each === value)?.[1] ?? label
  return (
    <span className={chip(value !== '')}>
      {shown}
      <svg aria-hidden="true" width="12" height="8" viewBox="0 0 12 8" fill="none">
        <path d="M1.5 1.5 6 6l4.5-4.5" stroke="currentColor" strokeWidth="1.75" />
      </svg>
      <select
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="absolute inset-0 w-full cursor-pointer appearance-none opacity-0"
      >
        <option value="">{any}</option>
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </span>
  )
}
