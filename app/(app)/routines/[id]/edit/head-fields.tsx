'use client'

import { SelectField, TextArea, TextField } from '@/app/_components/ui/field'
import type { PublicError } from '@/lib/core/result'
import { ROUTINE_GOALS, ROUTINE_LEVELS } from '@/lib/domain/plan-kinds'
import type { Routine } from '@/lib/schemas/routine'
import { useAnswer } from './answer'
import { Fold } from './fold'

const COLORS = [
  ['#1f56d8', 'blue'],
  ['#0f766e', 'teal'],
  ['#1c7a45', 'green'],
  ['#8f6200', 'amber'],
  ['#b3261e', 'red'],
  ['#be185d', 'pink'],
  ['#6d3fc0', 'violet'],
] as const

/** What a routine says about itself, the less used of it folded away. */
export function HeadFields({ routine, error }: { routine: Routine; error: PublicError | null }) {
  const words = useAnswer().words
  const folded = ['description', 'estimatedMinutes', 'level', 'goal', 'color']
  const isWrong = folded.some((name) => error?.fields?.[name])
  return (
    <>
      <TextField
        label={words.editor.name}
        name="name"
        error={error}
        defaultValue={routine.name}
        required
        maxLength={100}
        autoComplete="off"
      />
      {routine.tags.map((tag, index) => (
        <input key={tag} type="hidden" name={`tags[${index}]`} value={tag} />
      ))}
      <Fold title={words.editor.details} isOpen={isWrong}>
        <div className="flex flex-col gap-4">
          <TextArea
            label={words.editor.description}
            name="description"
            error={error}
            defaultValue={routine.description}
            maxLength={500}
          />
          <div className="grid gap-4 sm:grid-cols-3">
            <TextField
              label={words.editor.minutes}
              name="estimatedMinutes"
              error={error}
              defaultValue={routine.estimatedMinutes ?? ''}
              inputMode="numeric"
              autoComplete="off"
            />
            <SelectField
              label={words.editor.level}
              name="level"
              error={error}
              defaultValue={routine.level ?? ''}
              options={[
                ['', words.editor.none],
                ...ROUTINE_LEVELS.map((level) => [level, words.levels[level]] as const),
              ]}
            />
            <SelectField
              label={words.editor.goal}
              name="goal"
              error={error}
              defaultValue={routine.goal ?? ''}
              options={[
                ['', words.editor.none],
                ...ROUTINE_GOALS.map((goal) => [goal, words.goals[goal]] as const),
              ]}
            />
          </div>
          <Colors chosen={error?.values?.color ?? routine.color ?? ''} />
        </div>
      </Fold>
    </>
  )
}

function Colors({ chosen }: { chosen: string }) {
  const words = useAnswer().words.editor
  const isKnown = chosen === '' || COLORS.some(([value]) => value === chosen.toLowerCase())
  const choices = [
    ['', words.noColor] as const,
    ...COLORS.map(([value, name]) => [value, words.colors[name]] as const),
    ...(isKnown ? [] : [[chosen, words.colors.own] as const]),
  ]
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-semibold">{words.color}</legend>
      <div className="flex flex-wrap gap-2">
        {choices.map(([value, label]) => (
          <label
            key={value}
            title={label}
            className="grid size-11 place-items-center rounded-full border-2 border-transparent has-checked:border-ink has-focus-visible:outline-2"
          >
            <input
              type="radio"
              name="color"
              value={value}
              defaultChecked={chosen.toLowerCase() === value.toLowerCase()}
              className="sr-only"
            />
            <span
              aria-hidden
              className="size-7 rounded-full border border-line"
              style={value ? { background: value } : undefined}
            />
            <span className="sr-only">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
