'use client'

import { Check, X } from 'lucide-react'
import { useRef } from 'react'
import { SelectField, TextField } from '@/app/_components/ui/field'
import { Button } from '@/app/_components/ui/plain-button'
import { selectAll } from '@/app/_components/ui/select-all'
import type { PublicError } from '@/lib/core/result'
import type { CorrectWords } from './correct-words'
import type { EditedRow } from './edited-exercises'

interface CorrectSetProps {
  /** What the names of its fields begin with. */
  prefix: string
  exerciseName: string
  row: EditedRow
  hasSides: boolean
  /** A row for a forgotten set that waits for a script's button, and stands there without a script. */
  isSpare?: boolean
  /** Takes a set that was just added out again. */
  onRemove?: (() => void) | undefined
  error: PublicError | null
  words: CorrectWords
}

export const ROW_GRID = 'grid grid-cols-[44px_minmax(0,1fr)_44px] items-center gap-2'
/** The figures side by side; large text gives them a line of their own. */
export const ROW_CELLS =
  'grid min-w-0 auto-cols-fr grid-flow-col gap-1 narrow:order-last narrow:col-span-full'
const TOGGLE = 'peer absolute inset-0 size-11 cursor-pointer appearance-none rounded-control border'
/** Figures of a set that is not ticked are softer. */
const NOT_TICKED =
  'group-has-[[data-tick]:not(:checked)]/set:font-medium group-has-[[data-tick]:not(:checked)]/set:text-faint'
/** Figures to be removed are smaller by the line under them, so that no row moves; large text lets it grow. */
const REMOVED =
  'group-has-[[data-remove]:checked]/set:h-6 group-has-[[data-remove]:checked]/set:text-base group-has-[[data-remove]:checked]/set:leading-none group-has-[[data-remove]:checked]/set:text-soft group-has-[[data-remove]:checked]/set:line-through narrow:group-has-[[data-remove]:checked]/set:h-11'
const FIGURE = `fig h-11 w-full min-w-0 rounded-[10px] border border-field bg-surface px-0.5 text-center text-[min(1.125rem,28px)] aria-invalid:border-bad ${NOT_TICKED} ${REMOVED}`

/** One set of a past workout: its figures in a row, the rest behind its number. */
export function CorrectSet(props: CorrectSetProps) {
  const { prefix, exerciseName, row, isSpare, onRemove, error, words } = props
  const tick = useRef<HTMLInputElement>(null)
  const problems = Object.entries(error?.fields ?? {}).filter(([path]) =>
    path.startsWith(`${prefix}.`),
  )
  const posted = (field: string) => error?.values?.[`${prefix}.${field}`]
  const isAsked = error?.key === 'unbelievable' && problems.length > 0
  const meant = `${prefix}.isMeant`
  return (
    <div
      className={`group/set relative border-t border-line py-1 has-[[data-remove]:checked]:bg-bad-soft ${isSpare ? 'hidden noscript:block' : ''}`}
    >
      {Object.entries(row.hidden).map(([field, value]) => (
        <input key={field} type="hidden" name={`${prefix}.${field}`} value={value} />
      ))}
      <div className={ROW_GRID}>
        {/* Where the number stands, which opens what is below the row. */}
        <span className="narrow:h-11" />
        <span className="min-w-0 narrow:order-last narrow:col-span-full">
          <span className={ROW_CELLS}>
            {row.cells.map((cell) => {
              const path = `${prefix}.${cell.field}`
              return (
                <input
                  key={cell.field}
                  name={path}
                  type="text"
                  inputMode={cell.field === 'durationSeconds' ? 'text' : 'decimal'}
                  autoComplete="off"
                  aria-label={cell.label}
                  aria-invalid={error?.fields?.[path] ? true : undefined}
                  aria-describedby={error?.fields?.[path] ? `${path}-error` : undefined}
                  defaultValue={posted(cell.field) ?? cell.value}
                  onFocus={selectAll}
                  onChange={() => {
                    // A typed figure was done.
                    if (tick.current) tick.current.checked = true
                  }}
                  className={FIGURE}
                />
              )
            })}
          </span>
          {row.state === 'done' ? (
            <span className="hidden text-center text-[0.75rem] leading-5 font-medium text-bad group-has-[[data-remove]:checked]/set:block narrow:leading-tight">
              {words.removedOnSave}
            </span>
          ) : null}
        </span>
        {row.state === 'done' ? (
          <span className="relative grid size-11 place-items-center narrow:col-start-3">
            <input
              type="checkbox"
              data-remove
              name={`${prefix}.isRemoved`}
              defaultChecked={posted('isRemoved') === 'on'}
              aria-label={`${exerciseName}, ${row.name}: ${words.removeThis}`}
              className={`${TOGGLE} border-line checked:border-bad checked:bg-bad-soft`}
            />
            <X
              aria-hidden
              size={18}
              className="pointer-events-none relative text-soft peer-checked:text-bad"
            />
          </span>
        ) : null}
        {onRemove ? (
          <button
            type="button"
            aria-label={`${exerciseName}, ${row.label}: ${words.removeAdded}`}
            onClick={onRemove}
            className="grid size-11 place-items-center rounded-control border border-line text-soft narrow:col-start-3"
          >
            <X aria-hidden size={18} />
          </button>
        ) : null}
        {row.state === 'suggested' ? (
          <span className="relative grid size-11 place-items-center narrow:col-start-3">
            <input
              ref={tick}
              type="checkbox"
              data-tick
              name={`${prefix}.isTicked`}
              defaultChecked={error ? posted('isTicked') === 'on' : true}
              aria-label={`${exerciseName}, ${row.name}: ${words.tickThis}`}
              className={`${TOGGLE} border-field checked:border-transparent checked:bg-good-soft`}
            />
            <Check
              aria-hidden
              size={20}
              className="pointer-events-none invisible relative text-good peer-checked:visible"
            />
          </span>
        ) : null}
      </div>
      <SetMore {...props} />
      {problems.map(([path, sentences]) => (
        <p key={path} id={`${path}-error`} className="text-[0.8125rem] font-medium text-bad">
          {sentences.join(' ')}
        </p>
      ))}
      {isAsked ? (
        <Button look="quiet" size="compact" name={meant} value="on" className="my-1">
          {words.meant}
        </Button>
      ) : null}
      {/* What was answered stays answered while another set is asked about. */}
      {!isAsked && posted('isMeant') ? <input type="hidden" name={meant} value="on" /> : null}
      {row.isSlip && !isAsked ? (
        <p className="text-[0.8125rem] text-soft">{words.slipKept}</p>
      ) : null}
    </div>
  )
}

/** Its kind, its side and its note, opened by its number. */
function SetMore({ prefix, exerciseName, row, hasSides, error, words }: CorrectSetProps) {
  return (
    <details open={row.note !== ''}>
      <summary
        aria-label={`${exerciseName}, ${row.name}: ${words.setMore}`}
        className="fig absolute top-1 left-0 grid size-11 cursor-pointer list-none place-items-center rounded-control border border-line text-soft [&::-webkit-details-marker]:hidden"
      >
        {row.label}
      </summary>
      <div className="grid gap-2 py-2 min-[22.5rem]:grid-cols-2">
        <SelectField
          label={words.setKind}
          name={`${prefix}.kind`}
          error={error}
          defaultValue={row.kind}
          options={words.kinds}
        />
        {hasSides ? (
          <SelectField
            label={words.side}
            name={`${prefix}.side`}
            error={error}
            defaultValue={row.side}
            options={words.sides}
          />
        ) : null}
        <div className="col-span-full">
          <TextField
            label={words.setNote}
            name={`${prefix}.notes`}
            error={error}
            defaultValue={row.note}
            maxLength={500}
          />
        </div>
      </div>
    </details>
  )
}
