'use client'

import { Timer, Weight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/app/_components/ui/plain-button'
import { barInUnit, MOST_BAR } from '@/lib/domain/gear'
import { setFields } from '@/lib/domain/set-fields'
import { formatDuration, parseTypedDuration, parseTypedNumber } from '@/lib/domain/typed-number'
import { roundTo } from '@/lib/domain/units'
import { ChangeForm, type PostedChange } from './change-form'
import type { ExerciseMenuProps } from './exercise-menu'
import { MenuFold } from './menu-row'
import { useSharedTraining } from './training-context'

type PreferencesProps = Pick<ExerciseMenuProps, 'exercise' | 'facts' | 'unit' | 'close'> & {
  posted: PostedChange
}

const FIELD = 'min-h-11 w-full rounded-control border border-field bg-surface px-3'

/** Rest, unit and bar of this exercise, in this workout and the next. */
export function ExercisePreferences(props: PreferencesProps) {
  const { exercise, facts, unit } = props
  const { document, words } = useSharedTraining()
  const { menu } = words.train
  const hasWeight = setFields(facts.tracking).includes('weight')
  const planned = exercise.restSeconds ?? facts.restSeconds ?? document.person.restSeconds
  const own = document.person.gear[unit].bar
  const bar = facts.isPlateLoaded ? `${facts.barWeight ?? own} ${unit}` : null
  const rest = facts.restSeconds === null ? '' : formatDuration(facts.restSeconds)
  return (
    <>
      <MenuFold icon={Timer} label={menu.rest} value={formatDuration(planned)}>
        <PreferencesForm {...props}>
          <Hidden weightUnit={facts.weightUnit} barWeight={facts.barWeight} />
          <label className="flex flex-col gap-1 text-sm text-soft">
            {menu.restHint}
            <input
              key={rest}
              name="restSeconds"
              aria-label={menu.rest}
              autoComplete="off"
              pattern="[0-9:.,]*"
              defaultValue={rest}
              placeholder={formatDuration(document.person.restSeconds)}
              className={FIELD}
            />
          </label>
        </PreferencesForm>
      </MenuFold>
      {hasWeight ? (
        <MenuFold
          icon={Weight}
          label={facts.isPlateLoaded ? menu.unitAndBar : menu.unit}
          value={bar ?? unit}
        >
          <PreferencesForm {...props}>
            <Hidden restSeconds={rest} />
            <div className="grid w-full grid-cols-2 narrow:grid-cols-1 gap-2">
              <label className="flex flex-col gap-1 text-sm text-soft">
                {menu.unit}
                <select
                  key={facts.weightUnit}
                  name="weightUnit"
                  aria-label={menu.unit}
                  defaultValue={facts.weightUnit ?? ''}
                  className={FIELD}
                >
                  <option value="">{menu.ownUnit}</option>
                  <option value="kg">kg</option>
                  <option value="lb">lb</option>
                </select>
              </label>
              {facts.isPlateLoaded ? (
                <label className="flex flex-col gap-1 text-sm text-soft">
                  {menu.bar} ({unit})
                  <input
                    key={facts.barWeight}
                    name="barWeight"
                    autoComplete="off"
                    pattern="[0-9.,]*"
                    inputMode="decimal"
                    defaultValue={facts.barWeight ?? ''}
                    placeholder={String(own)}
                    className={FIELD}
                  />
                </label>
              ) : null}
            </div>
          </PreferencesForm>
        </MenuFold>
      ) : null}
    </>
  )
}

/** What the other row says stays as it is. */
const Hidden = (values: Record<string, string | number | null>) =>
  Object.entries(values).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value ?? ''} readOnly />
  ))

function PreferencesForm({
  exercise: { exerciseId },
  unit,
  close,
  posted,
  children,
}: PreferencesProps & { children: ReactNode }) {
  const { document, words } = useSharedTraining()
  const ownUnit = document.training.weightUnit
  return (
    <ChangeForm
      className="flex flex-col items-start gap-3"
      posted={posted}
      onDone={close}
      change={(fields) => {
        const weightUnit =
          fields.weightUnit === 'kg' || fields.weightUnit === 'lb' ? fields.weightUnit : null
        const bar = within(parseTypedNumber(fields.barWeight ?? ''), { most: MOST_BAR, step: 0.01 })
        return {
          ...{ type: 'preferExercise', exerciseId, weightUnit },
          restSeconds: within(parseTypedDuration(fields.restSeconds ?? ''), { most: 600, step: 1 }),
          barWeight: bar === null ? null : barInUnit(bar, unit, weightUnit ?? ownUnit),
        }
      }}
    >
      <input type="hidden" name="barUnit" value={unit} />
      <input type="hidden" name="ownUnit" value={ownUnit} />
      {children}
      <Button size="compact">{words.train.menu.save}</Button>
    </ChangeForm>
  )
}

const within = (
  value: number | null,
  { most, step }: { most: number; step: number },
): number | null => (value === null || value < 0 ? null : Math.min(most, roundTo(value, step)))
