'use client'

import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { BLOCK_KINDS } from '@/lib/domain/plan-kinds'
import { formatDuration } from '@/lib/domain/typed-number'
import type { RoutineBlock } from '@/lib/schemas/routine'
import { Cell, IntentButton, Pick, Problems } from './answer'
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
}

/** A block: its kind, rounds and rest, its exercises, and the buttons that move it. */
export function BlockFields({ block, index, path, count, own }: BlockFieldsProps) {
  const t = useTranslations('routines')
  const number = index + 1
  const problemsId = `block-${index}-problems`
  return (
    <fieldset
      id={`block-${index}`}
      className="min-w-0 rounded-card border border-line bg-surface p-3.5"
    >
      <legend className="sr-only">{t('editor.block', { number })}</legend>
      <div className="flex items-center justify-between gap-2">
        <p aria-hidden className="text-xs font-semibold text-soft">
          {t('editor.block', { number })}
        </p>
        <div className="flex gap-1">
          <IntentButton
            intent={`move-block-up:${index}`}
            isIdle={index === 0}
            aria-label={t('editor.blockUp', { number })}
          >
            <ArrowUp aria-hidden size={16} />
          </IntentButton>
          <IntentButton
            intent={`move-block-down:${index}`}
            isIdle={number === count}
            aria-label={t('editor.blockDown', { number })}
          >
            <ArrowDown aria-hidden size={16} />
          </IntentButton>
          <IntentButton
            intent={`remove-block:${index}`}
            aria-label={t('editor.removeBlock', { number })}
          >
            <Trash2 aria-hidden size={16} />
          </IntentButton>
        </div>
      </div>
      <div className="mt-2 grid grid-cols-[minmax(0,1fr)_4.5rem_5.5rem] gap-2">
        <Pick
          label={t('editor.kind')}
          path={`${path}.kind`}
          value={block.kind}
          options={BLOCK_KINDS.map((kind) => [kind, t(`blockKinds.${kind}`)])}
        />
        <Cell
          label={t('editor.rounds')}
          path={`${path}.rounds`}
          value={String(block.rounds)}
          inputMode="numeric"
          problemsId={problemsId}
        />
        <Cell
          label={t('editor.blockRest')}
          path={`${path}.restSeconds`}
          value={formatDuration(block.restSeconds)}
          problemsId={problemsId}
        />
        {block.timeCapSeconds !== null || ['emom', 'amrap', 'for_time'].includes(block.kind) ? (
          <Cell
            label={t('editor.timeCap')}
            path={`${path}.timeCapSeconds`}
            value={block.timeCapSeconds === null ? '' : formatDuration(block.timeCapSeconds)}
            problemsId={problemsId}
          />
        ) : null}
      </div>
      <Problems id={problemsId} prefix={`${path}.`} except={`${path}.exercises`} />
      {block.exercises.map((line, at) => {
        const linePath = `${path}.exercises[${at}]`
        return (
          <LineFields
            key={linePath}
            {...{ line, own }}
            path={linePath}
            place={{ block: index, exercise: at }}
            isFirst={index === 0 && at === 0}
            isLast={number === count && at === block.exercises.length - 1}
          />
        )
      })}
      <IntentButton
        intent={`pick:${index}`}
        className="mt-3"
        aria-label={t('editor.addExerciseTo', { number })}
      >
        <Plus aria-hidden size={16} />
        {t('editor.addExercise')}
      </IntentButton>
    </fieldset>
  )
}
