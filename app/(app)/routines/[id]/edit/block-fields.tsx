'use client'

import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { say } from '@/app/_components/training/words'
import { BLOCK_KINDS } from '@/lib/domain/plan-kinds'
import { formatDuration } from '@/lib/domain/typed-number'
import type { RoutineBlock } from '@/lib/schemas/routine'
import { Cell, IntentButton, Pick, Problems, useAnswer } from './answer'
import { LineFields } from './line-fields'
import type { OwnUnits } from './target-fields'

interface BlockFieldsProps {
  block: RoutineBlock
  index: number
  /** What the names of its fields begin with. */
  path: string
  /** How many blocks the routine has. */
  count: number
  own: OwnUnits
  /** How each of its lines progresses, in words. */
  rules: (string | null)[]
}

/**
 * What the chosen kind has no use for is put out of sight by the style sheet, without any script, as
 * long as nothing is set there.
 */
const NOT_SINGLE = 'group-has-[option[value=single]:checked]/block:hidden'
const ONLY_TIMED =
  'hidden group-has-[option[value=emom]:checked]/block:block group-has-[option[value=amrap]:checked]/block:block group-has-[option[value=for_time]:checked]/block:block'

/** A block: its kind, rounds and rest, its exercises, and the buttons that move it. */
export function BlockFields({ block, index, path, count, own, rules }: BlockFieldsProps) {
  const words = useAnswer().words
  const number = index + 1
  const problemsId = `block-${index}-problems`
  return (
    <fieldset
      id={`block-${index}`}
      className="group/block min-w-0 rounded-card border border-line bg-surface p-3.5"
    >
      <legend className="sr-only">{say(words.editor.block, { number })}</legend>
      <div className="flex items-center justify-between gap-2">
        <p aria-hidden className="text-xs font-semibold text-soft">
          {say(words.editor.block, { number })}
        </p>
        <div className="flex gap-1">
          <IntentButton
            intent={`move-block-up:${index}`}
            isIdle={index === 0}
            aria-label={say(words.editor.blockUp, { number })}
          >
            <ArrowUp aria-hidden size={16} />
          </IntentButton>
          <IntentButton
            intent={`move-block-down:${index}`}
            isIdle={number === count}
            aria-label={say(words.editor.blockDown, { number })}
          >
            <ArrowDown aria-hidden size={16} />
          </IntentButton>
          <IntentButton
            intent={`remove-block:${index}`}
            aria-label={say(words.editor.removeBlock, { number })}
          >
            <Trash2 aria-hidden size={16} />
          </IntentButton>
        </div>
      </div>
      <div className="mt-2 grid grid-cols-2 gap-2 sm:grid-cols-4">
        <div className="col-span-2 sm:col-span-1">
          <Pick
            label={words.editor.kind}
            path={`${path}.kind`}
            value={block.kind}
            options={BLOCK_KINDS.map((kind) => [kind, words.blockKinds[kind]])}
          />
        </div>
        <div className={block.rounds === 1 ? NOT_SINGLE : ''}>
          <Cell
            label={words.editor.rounds}
            path={`${path}.rounds`}
            value={String(block.rounds)}
            inputMode="numeric"
            problemsId={problemsId}
          />
        </div>
        <div className={block.restSeconds === 0 ? NOT_SINGLE : ''}>
          <Cell
            label={block.kind === 'single' ? words.editor.restAfter : words.editor.blockRest}
            path={`${path}.restSeconds`}
            value={formatDuration(block.restSeconds)}
            problemsId={problemsId}
          />
        </div>
        <div className={block.timeCapSeconds === null ? ONLY_TIMED : ''}>
          <Cell
            label={words.editor.timeCap}
            path={`${path}.timeCapSeconds`}
            value={block.timeCapSeconds === null ? '' : formatDuration(block.timeCapSeconds)}
            placeholder="20:00"
            problemsId={problemsId}
          />
        </div>
      </div>
      <Problems id={problemsId} prefix={`${path}.`} except={`${path}.exercises`} />
      {block.exercises.map((line, at) => {
        const linePath = `${path}.exercises[${at}]`
        return (
          <LineFields
            key={linePath}
            {...{ line, own }}
            path={linePath}
            rule={rules[at] ?? null}
            place={{ block: index, exercise: at }}
            isFirst={index === 0 && at === 0}
            isLast={number === count && at === block.exercises.length - 1}
          />
        )
      })}
      <IntentButton
        intent={`pick:${index}`}
        className="mt-3"
        aria-label={say(words.editor.addExerciseTo, { number })}
      >
        <Plus aria-hidden size={16} />
        {words.editor.addExercise}
      </IntentButton>
    </fieldset>
  )
}
