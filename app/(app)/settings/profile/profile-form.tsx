'use client'

import type { ReactNode } from 'react'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import { CheckboxGroup } from '@/app/_components/ui/checkbox-group'
import { ChoiceField, SelectField, TextField } from '@/app/_components/ui/field'
import { StickyBar } from '@/app/_components/ui/sticky-bar'
import { AnswerToast } from '@/app/_components/ui/toast'
import { cmToInches, formatInches } from '@/lib/domain/typed-height'
import type { Profile } from '@/lib/schemas/profile'
import { SETTINGS_COLUMNS } from '../settings-card'
import { updateProfileAction } from './actions'
import { ZoneOffer } from './zone-offer'

type Word =
  | 'you'
  | 'units'
  | 'calendar'
  | 'name'
  | 'bodyWeight'
  | 'bodyWeightHint'
  | 'height'
  | 'heightHint'
  | 'sex'
  | 'sexHint'
  | 'birthYear'
  | 'birthYearHint'
  | 'training'
  | 'experience'
  | 'goals'
  | 'weightUnit'
  | 'distanceUnit'
  | 'unitsHint'
  | 'timeZone'
  | 'timeZoneHint'
  | 'deviceZone'
  | 'useDeviceZone'
  | 'firstDayOfWeek'
  | 'dayCutoffHour'
  | 'dayCutoffHint'
  | 'save'
  | 'saved'

interface ProfileFormProps {
  profile: Profile
  timeZones: string[]
  choices: Record<'weightUnits' | 'distanceUnits' | 'sexes', { value: string; label: string }[]> &
    Record<'days' | 'hours' | 'experience' | 'goals', (readonly [value: string, label: string])[]>
  words: Record<Word, string>
}

export function ProfileForm({ profile, timeZones, choices, words }: ProfileFormProps) {
  return (
    <ActionForm action={updateProfileAction} className="flex flex-col gap-5">
      {({ error, data, isPending }) => (
        <>
          <div className={SETTINGS_COLUMNS}>
            <Part title={words.you}>
              <TextField
                label={words.name}
                name="name"
                error={error}
                defaultValue={profile.name}
                autoComplete="name"
                maxLength={80}
                required
              />
              {/* The key remounts the field with another unit, since it then shows another figure. */}
              <TextField
                key={profile.weightUnit}
                label={words.bodyWeight}
                name="bodyWeight"
                error={error}
                hint={words.bodyWeightHint}
                defaultValue={profile.bodyWeight ?? ''}
                inputMode="decimal"
                autoComplete="off"
              />
              <input type="hidden" name="bodyWeightUnit" value={profile.weightUnit} />
              <TextField
                key={`height-${profile.weightUnit}`}
                label={words.height}
                {...heightField(profile)}
                error={error}
                hint={words.heightHint}
                autoComplete="off"
              />
              <ChoiceField
                label={words.sex}
                name="sex"
                error={error}
                hint={words.sexHint}
                defaultValue={profile.sex ?? ''}
                options={choices.sexes}
              />
              <TextField
                label={words.birthYear}
                name="birthYear"
                error={error}
                hint={words.birthYearHint}
                defaultValue={profile.birthYear ?? ''}
                inputMode="numeric"
                maxLength={4}
                autoComplete="bday-year"
              />
            </Part>
            <Part title={words.training}>
              <SelectField
                label={words.experience}
                name="experience"
                error={error}
                defaultValue={profile.experience ?? ''}
                options={choices.experience}
              />
              <CheckboxGroup
                label={words.goals}
                name="goals"
                chosen={error?.values ? (error.values.goals?.split('\n') ?? []) : profile.goals}
                choices={choices.goals}
              />
            </Part>
            <Part title={words.units} hint={words.unitsHint}>
              <ChoiceField
                label={words.weightUnit}
                name="weightUnit"
                error={error}
                defaultValue={profile.weightUnit}
                options={choices.weightUnits}
              />
              <ChoiceField
                label={words.distanceUnit}
                name="distanceUnit"
                error={error}
                defaultValue={profile.distanceUnit}
                options={choices.distanceUnits}
              />
            </Part>
            <Part title={words.calendar}>
              <SelectField
                label={words.timeZone}
                name="timeZone"
                error={error}
                hint={words.timeZoneHint}
                defaultValue={profile.timeZone}
                options={timeZones.map((zone) => [zone, zone.replaceAll('_', ' ')] as const)}
              />
              <ZoneOffer saved={profile.timeZone} known={timeZones} words={words} />
              <div className="grid gap-4 sm:grid-cols-2">
                <SelectField
                  label={words.firstDayOfWeek}
                  name="firstDayOfWeek"
                  error={error}
                  defaultValue={String(profile.firstDayOfWeek)}
                  options={choices.days}
                />
                <SelectField
                  label={words.dayCutoffHour}
                  name="dayCutoffHour"
                  error={error}
                  hint={words.dayCutoffHint}
                  defaultValue={String(profile.dayCutoffHour)}
                  options={choices.hours}
                />
              </div>
            </Part>
          </div>
          <AnswerToast answer={data}>{words.saved}</AnswerToast>
          {/* The button stays in sight, because changes that are not saved are lost. */}
          <StickyBar>
            <Button aria-disabled={isPending} className="max-lg:w-full">
              {words.save}
            </Button>
          </StickyBar>
        </>
      )}
    </ActionForm>
  )
}

/** Whoever weighs in pounds says a height in feet and inches. */
function heightField({ weightUnit, heightCm }: Profile) {
  if (weightUnit === 'kg') {
    return { name: 'heightCm', inputMode: 'decimal', defaultValue: heightCm ?? '' } as const
  }
  const typed = heightCm === null ? '' : formatInches(cmToInches(heightCm))
  return { name: 'heightInches', defaultValue: typed } as const
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <Card className="flex flex-col gap-4 p-4 sm:p-5">
      <div>
        <h2 className="font-semibold">{title}</h2>
        {hint ? <p className="text-[0.8125rem] text-soft">{hint}</p> : null}
      </div>
      {children}
    </Card>
  )
}
