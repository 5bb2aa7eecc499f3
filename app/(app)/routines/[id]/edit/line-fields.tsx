'use client'

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { SET_KINDS } from '@/lib/domain/plan-kinds'
import { formatDuration } from '@/lib/domain/typed-number'
import type { RoutineLine } from '@/lib/schemas/routine'
import { Cell, IntentButton, Pick, Problems, useAnswer } from './answer'
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
}

/** An exercise of a block: its sets, all alike or one by one, and its rest, tempo and notes. */
export function LineFields({ line, path, place, isFirst, isLast, own }: LineFieldsProps) {
  const t = useTranslations('routines.editor')
  const at = `${place.block}:${place.exercise}`
  const problemsId = `line-${place.block}-${place.exercise}-problems`
  const about = { tracking: line.tracking, own, problemsId }
  return (
    <fieldset
      id={`line-${place.block}-${place.exercise}`}
      className="mt-3 min-w-0 scroll-mt-4 border-t border-line pt-3"
    >
      <legend className="sr-only">{line.name}</legend>
      <input type="hidden" name={`${path}.exerciseId`} value={line.exerciseId} />
      <div className="flex items-center justify-between gap-2">
        <p aria-hidden className="min-w-0 font-semibold break-words">
          {line.name}
        </p>
        <div className="flex flex-none gap-1">
          <IntentButton
            intent={`move-up:${at}`}
            isIdle={isFirst}
            aria-label={t('up', { name: line.name })}
          >
            <ArrowUp aria-hidden size={16} />
          </IntentButton>
          <IntentButton
            intent={`move-down:${at}`}
            isIdle={isLast}
            aria-label={t('down', { name: line.name })}
          >
            <ArrowDown aria-hidden size={16} />
          </IntentButton>
          <IntentButton intent={`remove:${at}`} aria-label={t('remove', { name: line.name })}>
            <Trash2 aria-hidden size={16} />
          </IntentButton>
        </div>
      </div>
      {line.setList.length === 0 ? (
        <div className="mt-1 grid grid-cols-5 gap-1.5 sm:gap-2">
          <Cell
            label={t('sets')}
            path={`${path}.sets`}
            value={String(line.sets)}
            inputMode="numeric"
            problemsId={problemsId}
          />
          <TargetFields target={line} path={path} {...about} />
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
                  <fieldset className="flex min-w-0 items-end gap-2">
                    <legend className="sr-only">{t('setNumber', { number: index + 1 })}</legend>
                    <div className="grid min-w-0 flex-1 grid-cols-[1.4fr_1fr_1fr_1fr_1fr] gap-1.5 sm:gap-2">
                      <Pick
                        label={t('setNumber', { number: index + 1 })}
                        path={`${setPath}.kind`}
                        value={set.kind}
                        options={SET_KINDS.map((kind) => [kind, t(`setKinds.${kind}`)])}
                      />
                      <TargetFields target={set} path={setPath} {...about} />
                    </div>
                    <IntentButton
                      intent={`remove-set:${at}:${index}`}
                      aria-label={t('removeSet', { number: index + 1 })}
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
          {t(line.setList.length === 0 ? 'eachSet' : 'addSet')}
        </IntentButton>
      </div>
      <Extras line={line} path={path} problemsId={problemsId} />
      <ProgressionFields unit={own.weightUnit} {...{ line, path, problemsId }} />
    </fieldset>
  )
}

function Extras({
  line,
  path,
  problemsId,
}: {
  line: RoutineLine
  path: string
  problemsId: string
}) {
  const t = useTranslations('routines.editor')
  const { error } = useAnswer()
  const says = [
    line.restSeconds === null ? '' : `${t('rest')} ${formatDuration(line.restSeconds)}`,
    line.tempo && `${t('tempo')} ${line.tempo}`,
    line.notes,
  ].filter(Boolean)
  const isWrong = ['restSeconds', 'tempo', 'notes'].some(
    (name) => error?.fields?.[`${path}.${name}`],
  )
  return (
    <details className="mt-1" open={isWrong}>
      <summary className="flex min-h-11 items-center truncate text-sm text-soft">
        {says.length > 0 ? says.join(' · ') : t('moreOf')}
      </summary>
      <div className="grid grid-cols-2 gap-2">
        <Cell
          label={t('rest')}
          path={`${path}.restSeconds`}
          value={line.restSeconds === null ? '' : formatDuration(line.restSeconds)}
          problemsId={problemsId}
        />
        <Cell
          label={t('tempo')}
          path={`${path}.tempo`}
          value={line.tempo ?? ''}
          maxLength={20}
          problemsId={problemsId}
        />
        <div className="col-span-2">
          <Cell
            label={t('notes')}
            path={`${path}.notes`}
            value={line.notes}
            maxLength={200}
            problemsId={problemsId}
          />
        </div>
      </div>
    </details>
  )
}
