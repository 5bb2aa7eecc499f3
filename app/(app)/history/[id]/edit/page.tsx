import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireAuth } from '@/lib/auth/guards'
import { distanceUnitFor, setFields } from '@/lib/domain/set-fields'
import { fieldText } from '@/lib/domain/set-text'
import { query } from '@/lib/transport/query'
import { getWorkout } from '@/lib/use-cases/workouts/read-workouts'
import { CorrectForm } from './correct-form'

/** Every figure of a finished workout in one form, with room for a set that was forgotten. */
export default async function CorrectPage({ params }: PageProps<'/history/[id]/edit'>) {
  const { id } = await params
  const actor = await requireAuth()
  const workout = await query(getWorkout)({ id })
  if (workout.status === 'in_progress') redirect(`/workout/${id}`)
  const t = await getTranslations('workout')
  const exercises = workout.exercises.map((log) => {
    const distanceUnit = distanceUnitFor(log.tracking, actor.distanceUnit)
    const fields = setFields(log.tracking)
    const row = (
      label: string,
      identity: Record<string, string>,
      values: Record<string, string>,
      weightUnit: 'kg' | 'lb',
    ) => ({
      label,
      hidden: { ...identity, weightUnit, distanceUnit },
      isNew: !identity.setId,
      cells: [...fields, 'rpe' as const].map((field) => ({
        field,
        label: `${log.name}, ${label}: ${columnName(field, weightUnit, distanceUnit)}`,
        value: values[field] ?? '',
      })),
    })
    function columnName(
      field: (typeof fields)[number] | 'rpe',
      weightUnit: string,
      unit: string,
    ): string {
      if (field === 'weight') return t('weight', { unit: weightUnit })
      if (field === 'distance') return t('distance', { unit })
      return t(field === 'durationSeconds' ? 'time' : field)
    }
    const done = log.sets.map((set, index) =>
      row(
        t(`kindLetters.${set.kind}`) || String(index + 1),
        { setId: set.id, kind: set.kind, distanceMeters: String(set.distanceMeters ?? '') },
        {
          ...Object.fromEntries(
            fields.map((field) => [
              field,
              set.isCompleted ? fieldText(set, field, distanceUnit) : '',
            ]),
          ),
          rpe: set.isCompleted && set.rpe !== null ? String(set.rpe) : '',
        },
        set.weightUnit,
      ),
    )
    const lastUnit = log.sets.at(-1)?.weightUnit ?? actor.weightUnit
    return {
      id: log.id,
      name: log.name,
      heads: [...fields, 'rpe' as const].map((field) => {
        if (field === 'weight') return lastUnit
        return field === 'distance' ? distanceUnit : columnName(field, lastUnit, distanceUnit)
      }),
      rows: [...done, row(t('forgotten'), { exerciseLogId: log.id }, {}, lastUnit)],
    }
  })
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4">
      <div>
        <h1 className="text-[22px] font-bold">{t('correctTitle', { name: workout.name })}</h1>
        <p className="text-soft">{t('correctHint')}</p>
      </div>
      <CorrectForm
        sessionId={id}
        name={workout.name}
        notes={workout.notes}
        exercises={exercises}
        words={{
          name: t('correctName'),
          notes: t('workoutNotes'),
          save: t('correctSave'),
          remove: t('removeThis'),
        }}
      />
    </div>
  )
}
