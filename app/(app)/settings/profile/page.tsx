import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { hourText } from '@/app/_components/day-text'
import { TRAINING_GOALS } from '@/lib/domain/person'
import { ROUTINE_LEVELS } from '@/lib/domain/plan-kinds'
import { query } from '@/lib/transport/query'
import { getProfile } from '@/lib/use-cases/profile/profile'
import { ProfileForm } from './profile-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings')
  return { title: t('profile') }
}

export default async function ProfilePage() {
  const profile = await query(getProfile)({})
  const t = await getTranslations('settings')
  return (
    <>
      <div>
        <h1 className="text-2xl font-bold">{t('profile')}</h1>
        <p className="break-words text-soft">{t('signedInAs', { email: profile.email })}</p>
      </div>
      <ProfileForm
        profile={profile}
        timeZones={timeZones(profile.timeZone)}
        choices={{
          sexes: [
            { value: 'female', label: t('sexes.female') },
            { value: 'male', label: t('sexes.male') },
            { value: '', label: t('unsaid') },
          ],
          weightUnits: [
            { value: 'kg', label: t('weightUnits.kg') },
            { value: 'lb', label: t('weightUnits.lb') },
          ],
          distanceUnits: [
            { value: 'km', label: t('distanceUnits.km') },
            { value: 'mi', label: t('distanceUnits.mi') },
          ],
          experience: [
            ['', t('unsaid')],
            ...ROUTINE_LEVELS.map((level) => [level, t(`levels.${level}`)] as const),
          ],
          goals: TRAINING_GOALS.map((goal) => [goal, t(`trainingGoals.${goal}`)] as const),
          ...(await calendarChoices()),
        }}
        words={{
          you: t('you'),
          units: t('units'),
          calendar: t('calendar'),
          name: t('name'),
          bodyWeight: t('bodyWeight', { unit: profile.weightUnit }),
          bodyWeightHint: t('bodyWeightHint'),
          height: t(profile.weightUnit === 'kg' ? 'heightCm' : 'heightInches'),
          heightHint: t(profile.weightUnit === 'kg' ? 'heightCmHint' : 'heightInchesHint'),
          sex: t('sex'),
          sexHint: t('sexHint'),
          birthYear: t('birthYear'),
          birthYearHint: t('birthYearHint'),
          training: t('training'),
          experience: t('experience'),
          goals: t('goals'),
          weightUnit: t('weightUnit'),
          distanceUnit: t('distanceUnit'),
          unitsHint: t('unitsHint'),
          timeZone: t('timeZone'),
          timeZoneHint: t('timeZoneHint'),
          deviceZone: t('deviceZone'),
          useDeviceZone: t('useDeviceZone'),
          firstDayOfWeek: t('firstDayOfWeek'),
          dayCutoffHour: t('dayCutoffHour'),
          dayCutoffHint: t('dayCutoffHint'),
          save: t('save'),
          saved: t('saved'),
        }}
      />
    </>
  )
}

/** Every zone this server knows by its usual name, and the person's own, which may have another. */
const timeZones = (own: string): string[] =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', own])].sort()

/** Days of the week from 0 = Sunday, and the hours a day may end at, in the reader's own words. */
async function calendarChoices() {
  const format = await getFormatter()
  const sunday = (day: number) => new Date(Date.UTC(2026, 1, 1 + day))
  return {
    days: Array.from(
      { length: 7 },
      (_, day) =>
        [String(day), format.dateTime(sunday(day), { timeZone: 'UTC', weekday: 'long' })] as const,
    ),
    hours: Array.from({ length: 13 }, (_, hour) => [String(hour), hourText(format, hour)] as const),
  }
}
