'use client'

import { say } from '@/app/_components/training/words'
import { type ProgressionRule, rulesFor } from '@/lib/domain/progression'
import type { WeightUnit } from '@/lib/domain/units'
import { formatWave } from '@/lib/domain/wave-text'
import type { RoutineLine } from '@/lib/schemas/routine'
import { Cell, Pick, useAnswer } from './answer'
import { Fold } from './fold'

interface ProgressionFieldsProps {
  line: RoutineLine
  /** What the names of the line's fields begin with. */
  path: string
  /** The person's own unit, where the rule has none. */
  unit: WeightUnit
  problemsId: string
  /** How it progresses, in words. */
  rule: string | null
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
export function ProgressionFields({
  line,
  rule,
  path: at,
  unit,
  problemsId,
}: ProgressionFieldsProps) {
  const words = useAnswer().words.editor.progression
  const { error } = useAnswer()
  const path = `${at}.progression`
  const kinds = rulesFor(line.tracking)
  const shown = shownValues(line.progression, unit)
  const isWrong = Object.keys(error?.fields ?? {}).some((field) => field.startsWith(`${path}.`))
  const figure = { inputMode: 'decimal', problemsId } as const
  if (kinds.length === 0) return null
  return (
    <Fold className="group/rule mt-2" title={rule ?? words.title} isOpen={isWrong}>
      <div className="grid grid-cols-2 items-end gap-2 sm:grid-cols-4">
        <div className="col-span-2 sm:col-span-4">
          <Pick
            label={words.kind}
            path={`${path}.kind`}
            value={line.progression?.kind ?? 'none'}
            options={(['none', ...kinds] as const).map((kind) => [kind, words[kind]])}
          />
        </div>
        <div className={`${UNLESS.none} ${UNLESS.rpe}`}>
          <Cell
            label={words.step}
            path={`${path}.step`}
            value={shown.step}
            placeholder={shown.unit === 'kg' ? '2.5' : '5'}
            {...figure}
          />
        </div>
        <div className={`${UNLESS.none} ${UNLESS.rpe}`}>
          <Pick
            label={words.unit}
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
            label={words.misses}
            path={`${path}.misses`}
            value={shown.misses}
            placeholder="3"
            {...figure}
          />
        </div>
        <div className={ONLY.linear}>
          <Cell
            label={words.deload}
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
          {words.hints[kind]}
        </p>
      ))}
    </Fold>
  )
}

interface WaveFieldsProps extends Omit<ProgressionFieldsProps, 'path' | 'rule'> {
  path: string
  wave: string
}

function WaveFields({ line, path, unit, wave, problemsId }: WaveFieldsProps) {
  const words = useAnswer().words.editor.progression
  const { error } = useAnswer()
  const max = line.trainingMax
  const shown = max ? String(max.value) : ''
  const field = `${path}.wave`
  const isWrong = Boolean(error?.fields?.[field])
  return (
    <>
      <div className={`col-span-2 ${ONLY.wave}`}>
        <Pick
          label={words.preset}
          path={`${path}.wavePreset`}
          value=""
          options={[
            ['', words.own],
            ['531', words.presets['531']],
          ]}
        />
      </div>
      <div className={`col-span-2 ${ONLY.wave}`}>
        <Cell
          label={say(words.trainingMax, { unit: max?.unit ?? unit })}
          path={`${path}.trainingMax`}
          value={shown}
          inputMode="decimal"
          problemsId={problemsId}
        />
      </div>
      <input type="hidden" name={`${path}.shownTrainingMax`} value={shown} />
      <input type="hidden" name={`${path}.trainingMaxUnit`} value={max?.unit ?? unit} />
      <label className={`col-span-2 flex min-w-0 flex-col gap-1 sm:col-span-4 ${ONLY.wave}`}>
        <span className="text-[0.75rem] leading-tight font-semibold text-soft">
          {words.waveText}
        </span>
        <textarea
          name={field}
          rows={Math.max(3, wave.split('\n').length)}
          maxLength={3000}
          defaultValue={error?.values?.[field] ?? wave}
          placeholder="65x5 75x5 85x5+"
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? problemsId : undefined}
          className="w-full min-w-0 rounded-[10px] border border-field bg-surface px-2 py-2 text-base aria-invalid:border-bad"
        />
      </label>
    </>
  )
}
