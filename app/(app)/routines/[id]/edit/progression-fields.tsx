'use client'

import { useTranslations } from 'next-intl'
import { type ProgressionRule, rulesFor } from '@/lib/domain/progression'
import type { WeightUnit } from '@/lib/domain/units'
import { formatWave } from '@/lib/domain/wave-text'
import type { RoutineLine } from '@/lib/schemas/routine'
import { ProgressionText } from '../../progression-text'
import { Cell, Pick, useAnswer } from './answer'

interface ProgressionFieldsProps {
  line: RoutineLine
  /** What the names of the line's fields begin with. */
  path: string
  /** The person's own unit, for whoever has said no other. */
  unit: WeightUnit
  problemsId: string
}

/** Every value of a rule as its field shows it; empty where the rule has no such thing. */
function shownValues(rule: ProgressionRule | null, unit: WeightUnit) {
  const isStepped = rule && rule.kind !== 'rpe'
  const linear = rule?.kind === 'linear' ? rule : null
  return {
    step: isStepped ? String(rule.step) : '',
    unit: isStepped ? rule.unit : unit,
    misses: linear ? String(linear.misses) : '',
    deloadPercent: linear ? String(linear.deloadPercent) : '',
    wave: rule?.kind === 'wave' ? formatWave(rule.weeks, '\n') : '',
  }
}

/**
 * What the chosen rule has no use for is put out of sight by the style sheet, without any script;
 * a browser that cannot do so shows all of it.
 */
const UNLESS = {
  none: 'group-has-[option[value=none]:checked]/rule:hidden',
  linear: 'group-has-[option[value=linear]:checked]/rule:hidden',
  double: 'group-has-[option[value=double]:checked]/rule:hidden',
  wave: 'group-has-[option[value=wave]:checked]/rule:hidden',
  rpe: 'group-has-[option[value=rpe]:checked]/rule:hidden',
} as const
const ONLY = {
  linear: `${UNLESS.none} ${UNLESS.double} ${UNLESS.wave} ${UNLESS.rpe}`,
  double: `${UNLESS.none} ${UNLESS.linear} ${UNLESS.wave} ${UNLESS.rpe}`,
  wave: `${UNLESS.none} ${UNLESS.linear} ${UNLESS.double} ${UNLESS.rpe}`,
  rpe: `${UNLESS.none} ${UNLESS.linear} ${UNLESS.double} ${UNLESS.wave}`,
} as const

/** How the loads of a line go on: the rule and all that any rule asks, folded away. */
export function ProgressionFields({ line, path: at, unit, problemsId }: ProgressionFieldsProps) {
  const t = useTranslations('routines.editor.progression')
  const { error } = useAnswer()
  const path = `${at}.progression`
  const kinds = rulesFor(line.tracking)
  const shown = shownValues(line.progression, unit)
  const isWrong = Object.keys(error?.fields ?? {}).some((field) => field.startsWith(`${path}.`))
  const figure = { inputMode: 'decimal', problemsId } as const
  if (kinds.length === 0) return null
  return (
    <details className="group/rule mt-1" open={isWrong}>
      <summary className="flex min-h-11 items-center truncate text-sm text-soft">
        {line.progression ? <ProgressionText line={line} /> : t('title')}
      </summary>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        <div className="col-span-2 sm:col-span-4">
          <Pick
            label={t('kind')}
            path={`${path}.kind`}
            value={line.progression?.kind ?? 'none'}
            options={(['none', ...kinds] as const).map((kind) => [kind, t(kind)])}
          />
        </div>
        <div className={`${UNLESS.none} ${UNLESS.rpe}`}>
          <Cell
            label={t('step')}
            path={`${path}.step`}
            value={shown.step}
            placeholder={shown.unit === 'kg' ? '2.5' : '5'}
            {...figure}
          />
        </div>
        <div className={`${UNLESS.none} ${UNLESS.rpe}`}>
          <Pick
            label={t('unit')}
            path={`${path}.unit`}
            value={shown.unit}
            options={[
              ['kg', 'kg'],
              ['lb', 'lb'],
            ]}
          />
        </div>
        <div className={ONLY.linear}>
          <Cell
            label={t('misses')}
            path={`${path}.misses`}
            value={shown.misses}
            placeholder="3"
            {...figure}
          />
        </div>
        <div className={ONLY.linear}>
          <Cell
            label={t('deload')}
            path={`${path}.deloadPercent`}
            value={shown.deloadPercent}
            placeholder="10"
            {...figure}
          />
        </div>
        {kinds.includes('wave') ? (
          <WaveFields {...{ line, path, problemsId }} wave={shown.wave} unit={shown.unit} />
        ) : null}
      </div>
      {kinds.map((kind) => (
        <p key={kind} className={`mt-2 text-[0.8125rem] text-soft ${ONLY[kind]}`}>
          {t(`hints.${kind}`)}
        </p>
      ))}
    </details>
  )
}

interface WaveFieldsProps extends Omit<ProgressionFieldsProps, 'path'> {
  path: string
  wave: string
}

function WaveFields({ line, path, unit, wave, problemsId }: WaveFieldsProps) {
  const t = useTranslations('routines.editor.progression')
  const { error } = useAnswer()
  const max = line.trainingMax
  const shown = max ? String(max.value) : ''
  const field = `${path}.wave`
  const isWrong = Boolean(error?.fields?.[field])
  return (
    <>
      <div className={`col-span-2 ${ONLY.wave}`}>
        <Pick
          label={t('preset')}
          path={`${path}.wavePreset`}
          value=""
          options={[
            ['', t('own')],
            ['531', t('presets.531')],
          ]}
        />
      </div>
      <div className={`col-span-2 ${ONLY.wave}`}>
        <Cell
          label={t('trainingMax', { unit: max?.unit ?? unit })}
          path={`${path}.trainingMax`}
          value={shown}
          inputMode="decimal"
          problemsId={problemsId}
        />
      </div>
      <input type="hidden" name={`${path}.shownTrainingMax`} value={shown} />
      <input type="hidden" name={`${path}.trainingMaxUnit`} value={max?.unit ?? unit} />
      <label className={`col-span-2 flex min-w-0 flex-col gap-1 sm:col-span-4 ${ONLY.wave}`}>
        <span className="truncate text-[0.71875rem] font-semibold text-soft">{t('waveText')}</span>
        <textarea
          name={field}
          rows={Math.max(3, wave.split('\n').length)}
          maxLength={3000}
          defaultValue={error?.values?.[field] ?? wave}
          placeholder="65x5 75x5 85x5+"
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? problemsId : undefined}
          className="w-full min-w-0 rounded-[10px] border border-field bg-surface px-2 py-2 aria-invalid:border-bad"
        />
      </label>
    </>
  )
}
