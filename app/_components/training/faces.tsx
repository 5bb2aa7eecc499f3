import { SESSION_FEELINGS, type SessionFeeling } from '@/lib/domain/feelings'
import { STROKE } from './stroke'

const MOUTHS: Record<SessionFeeling, string> = {
  exhausted: 'M8 17c1.1-1.7 2.5-2.5 4-2.5s2.9.8 4 2.5',
  tired: 'M8.5 16.3c1-.9 2.2-1.3 3.5-1.3s2.5.4 3.5 1.3',
  ok: 'M8.5 15.5h7',
  good: 'M8.5 14.7c1 1 2.2 1.5 3.5 1.5s2.5-.5 3.5-1.5',
  excellent: 'M7.5 14h9c-.5 2.3-2.2 4-4.5 4s-4-1.7-4.5-4z',
}

/**
 * How a workout felt, worst first: five radio buttons, drawn as faces with a word. Where five words
 * have no room, only the chosen one is there, below its face.
 */
export function Faces({
  label,
  words,
  chosen,
}: {
  label: string
  words: Record<SessionFeeling, string>
  chosen: string | undefined
}) {
  return (
    <fieldset className="@container min-w-0">
      <legend className="mb-2 font-semibold">{label}</legend>
      <div className="grid grid-cols-5 @max-3xs:pb-6">
        {SESSION_FEELINGS.toReversed().map((feeling) => (
          <label
            key={feeling}
            className="relative grid min-w-0 grid-rows-[auto_auto] justify-items-center text-soft has-checked:text-accent"
          >
            <input
              type="radio"
              name="feeling"
              value={feeling}
              aria-label={words[feeling]}
              defaultChecked={chosen === feeling}
              className="peer col-start-1 row-span-2 row-start-1 size-full min-h-12 appearance-none rounded-control border border-transparent checked:border-accent checked:bg-accent-soft"
            />
            <svg
              viewBox="0 0 24 24"
              className="pointer-events-none col-start-1 row-start-1 my-2 size-8"
              {...STROKE}
              aria-hidden="true"
            >
              <circle cx="12" cy="12" r="10" />
              <path d={MOUTHS[feeling]} />
              <path d="M9 9.5v.01M15 9.5v.01" />
            </svg>
            <span className="pointer-events-none col-start-1 row-start-2 pb-2 text-xs font-semibold @max-3xs:absolute @max-3xs:-inset-x-4 @max-3xs:top-full @max-3xs:hidden @max-3xs:p-0 @max-3xs:text-center @max-3xs:peer-checked:block">
              {words[feeling]}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
