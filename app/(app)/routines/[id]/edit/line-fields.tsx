'use client'

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { say } from '@/app/_components/training/words'
import { SET_KINDS } from '@/lib/domain/plan-kinds'
import { formatDuration } from '@/lib/domain/typed-number'
import type { RoutineLine } from '@/lib/schemas/routine'
import { Cell, IntentButton, Pick, Problems, useAnswer } from './answer'
import { DragHandle } from './drag-handle'
import { Fold } from './fold'
import { ProgressionFields } from './progression-fields'
import { HiddenTarget, type OwnUnits, TargetFields } from './target-fields'

interface LineFieldsProps {
  line: RoutineLine
  /** What the names of its fields begin with. */
  path: string
  place: { block: number; exercise: number }
  isFirst: boolean
  isLast: boolean
  own: OwnUnits
  /** How it progresses, in words. */
  rule: string | null
}

/** An exercise of a block: its sets, all alike or one by one, and its rest, tempo and notes. */
export function LineFields({ line, path, place, isFirst, isLast, own, rule }: LineFieldsProps) {
  const words = useAnswer().words.editor
  const at = `${place.block}:${place.exercise}`
  const problemsId = `line-${place.block}-${place.exercise}-problems`
  const about = { tracking: line.tracking, own, problemsId }
  return (
    <fieldset
      id={`line-${place.block}-${place.exercise}`}
      className="mt-3 min-w-0 scroll-mt-4 border-t border-line pt-3 data-drop:border-accent data-drop:bg-accent-soft"
    >
      <legend className="sr-only">{line.name}</legend>
      <input type="hidden" name={`${path}.exerciseId`} value={line.exerciseId} />
      <div className="flex items-center justify-between gap-2">
        <div className="flex min-w-0 items-center">
          {isFirst && isLast ? null : <DragHandle at={at} />}
          <p aria-hidden className="min-w-0 font-semibold break-words">
            {line.name}
          </p>
        </div>
        <div className="flex flex-none gap-1">
          <IntentButton
            intent={`move-up:${at}`}
            isIdle={isFirst}
            aria-label={say(words.up, { name: line.name })}
          >
            <ArrowUp aria-hidden size={16} />
          </IntentButton>
          <IntentButton
            intent={`move-down:${at}`}
            isIdle={isLast}
            aria-label={say(words.down, { name: line.name })}
          >
            <ArrowDown aria-hidden size={16} />
          </IntentButton>
          <IntentButton intent={`remove:${at}`} aria-label={say(words.remove, { name: line.name })}>
            <Trash2 aria-hidden size={16} />
          </IntentButton>
        </div>
      </div>
      {line.setList.length === 0 ? (
        <div className="mt-1 grid auto-cols-fr grid-flow-col gap-2">
          <Cell
            label={words.sets}
            path={`${path}.sets`}
            value={String(line.sets)}
            inputMode="numeric"
            problemsId={problemsId}
          />
          <TargetFields target={line} path={path} shows="usual" {...about} />
        </div>
      ) : (
        <>
          <input type="hidden" name={`${path}.sets`} value={line.sets} />
          <HiddenTarget target={line} path={path} {...about} />
          <ol className="mt-1 flex flex-col gap-2">
            {line.setList.map((set, index) => {
              const setPath = `${path}.setList[${index}]`
              return (
                <li key={setPath}>
                  <fieldset className="grid min-w-0 grid-cols-[1.3fr_1fr_1fr] items-end gap-2 narrow:grid-cols-2 sm:grid-cols-[1.3fr_1fr_1fr_1fr_1fr_auto]">
                    <legend className="sr-only">
                      {say(words.setNumber, { number: index + 1 })}
                    </legend>
                    <Pick
                      label={say(words.setNumber, { number: index + 1 })}
                      path={`${setPath}.kind`}
                      value={set.kind}
                      options={SET_KINDS.map((kind) => [kind, words.setKinds[kind]])}
                    />
                    <TargetFields target={set} path={setPath} shows="all" {...about} />
                    <IntentButton
                      intent={`remove-set:${at}:${index}`}
                      aria-label={say(words.removeSet, { number: index + 1 })}
                    >
                      <Trash2 aria-hidden size={16} />
                    </IntentButton>
                  </fieldset>
                </li>
              )
            })}
          </ol>
        </>
      )}
      <Problems id={problemsId} prefix={`${path}.`} />
      <div className="mt-2 flex flex-wrap items-start gap-2">
        <IntentButton intent={`add-set:${at}`}>
          {words[line.setList.length === 0 ? 'eachSet' : 'addSet']}
        </IntentButton>
      </div>
      <Extras line={line} path={path} {...about} />
      <ProgressionFields unit={own.weightUnit} {...{ line, rule, path, problemsId }} />
    </fieldset>
  )
}

interface ExtrasProps {
  line: RoutineLine
  path: string
  tracking: RoutineLine['tracking']
  own: OwnUnits
  problemsId: string
}

/** What few lines say: rest, tempo, notes, and the targets that are seldom set. */
function Extras({ line, path, ...about }: ExtrasProps) {
  const words = useAnswer().words.editor
  const { error } = useAnswer()
  const { problemsId } = about
  const says = [
    line.restSeconds === null ? '' : say(words.restIs, { time: formatDuration(line.restSeconds) }),
    line.tempo && say(words.tempoIs, { tempo: line.tempo }),
    line.notes,
  ].filter(Boolean)
  const isWrong = ['restSeconds', 'tempo', 'notes', 'percentOfMax', 'rpe'].some(
    (name) => error?.fields?.[`${path}.${name}`],
  )
  return (
    <Fold
      className="mt-2"
      title={says.length > 0 ? says.join(' · ') : words.moreOf}
      isOpen={isWrong}
    >
      <div className="grid grid-cols-2 narrow:grid-cols-1 gap-2">
        <Cell
          label={words.rest}
          path={`${path}.restSeconds`}
          value={line.restSeconds === null ? '' : formatDuration(line.restSeconds)}
          placeholder="1:30"
          problemsId={problemsId}
        />
        <Cell
          label={words.tempo}
          path={`${path}.tempo`}
          value={line.tempo ?? ''}
          placeholder="3-1-1-0"
          maxLength={20}
          problemsId={problemsId}
        />
        {line.setList.length === 0 ? (
          <TargetFields target={line} path={path} shows="seldom" {...about} />
        ) : null}
        <div className="col-span-2">
          <Cell
            label={words.notes}
            path={`${path}.notes`}
            value={line.notes}
            maxLength={200}
            problemsId={problemsId}
          />
        </div>
      </div>
    </Fold>
  )
}
