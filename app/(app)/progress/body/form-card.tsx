import { getFormatter, getTranslations } from 'next-intl/server'
import { dayText } from '@/app/_components/day-text'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button, ButtonLink } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import type { Measurement } from '@/lib/schemas/measurement'
import { deleteMeasurementAction } from './actions'
import { measuredText } from './measured-text'
import { MeasurementForm } from './measurement-form'

interface FormCardProps {
  /** The one to be changed, or the kind and unit of a new one. */
  measured: Measurement | Pick<Measurement, 'kind' | 'unit'>
  today: string
}

/** A new value of a kind, or one that is there with the ways to change and to delete it. */
export async function FormCard({ measured, today }: FormCardProps) {
  const t = await getTranslations('body')
  const isNew = !('id' in measured)
  const kind = t(`kinds.${measured.kind}`)
  return (
    <Card id="form" className="flex flex-col gap-4 p-4" aria-labelledby="form-title">
      <h2 id="form-title" className="text-[1.0625rem] font-semibold">
        {isNew ? t('add', { kind }) : t('change', { kind })}
      </h2>
      <MeasurementForm
        key={isNew ? measured.kind : measured.id}
        measured={measured}
        today={today}
        words={{
          value: t('valueIn', { kind, unit: t(`units.${measured.unit}`) }),
          measuredOn: t('day'),
          save: t(isNew ? 'save' : 'saveChange'),
          saved: t('saved'),
        }}
      />
      {isNew ? null : <WaysOut measured={measured} />}
    </Card>
  )
}

async function WaysOut({ measured }: { measured: Measurement }) {
  const t = await getTranslations('body')
  const format = await getFormatter()
  const value = measuredText(t, format, measured)
  const date = dayText(format, measured.measuredOn, 'date')
  return (
    <div className="flex flex-col items-start gap-2">
      <ButtonLink look="quiet" href={`/progress/body?kind=${measured.kind}`}>
        {t('cancel')}
      </ButtonLink>
      <details>
        <summary className="py-2.5 font-semibold text-bad">{t('delete')}</summary>
        <div className="flex flex-col gap-3 pt-1">
          <p>{t('deleteAsk', { value, date })}</p>
          <ActionForm action={deleteMeasurementAction}>
            <input type="hidden" name="id" value={measured.id} />
            <Button look="danger">{t('deleteYes')}</Button>
          </ActionForm>
        </div>
      </details>
    </div>
  )
}
