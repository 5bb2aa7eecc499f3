import { getTranslations } from 'next-intl/server'
import { recordBefore, recordName } from '@/app/_components/record-text'
import { Card } from '@/app/_components/ui/card'
import type { Actor } from '@/lib/core/actor'
import { recordValue } from '@/lib/domain/record-text'
import { shownRecords } from '@/lib/domain/records'
import type { Tracking } from '@/lib/schemas/exercise'
import type { LoggedRecord, Workout } from '@/lib/schemas/workout'

const MOST_SHOWN = 3

interface Held {
  exerciseId: string
  name: string
  tracking: Tracking
  /** Of the set that holds the best one: what was typed is what is shown. */
  weightUnit: 'kg' | 'lb' | undefined
  star: LoggedRecord
  more: LoggedRecord[]
}

/** The exercises with a record in a workout: the best one, which has the star, and the others. */
export function heldRecords({ exercises }: Workout): Held[] {
  const ids = [...new Set(exercises.map((log) => log.exerciseId))]
  return ids.flatMap((exerciseId) => {
    const logs = exercises.filter((log) => log.exerciseId === exerciseId)
    const [star, ...more] = shownRecords(logs.flatMap((log) => log.records))
    const [log] = logs
    if (!star || !log) return []
    const set = logs.flatMap((each) => each.sets).find(({ id }) => id === star.setId)
    const { name, tracking } = log
    return [{ exerciseId, name, tracking, weightUnit: set?.weightUnit, star, more }]
  })
}

/** Three records at most; the others of the workout fold behind a line that counts them. */
export async function WorkoutRecords({ held, actor }: { held: readonly Held[]; actor: Actor }) {
  if (held.length === 0) return null
  const t = await getTranslations('workout')
  const more = held.slice(MOST_SHOWN)
  return (
    <Card className="px-4 py-3" aria-labelledby="records">
      <h2 id="records" className="text-xs font-semibold text-soft">
        {t('recordCount', { count: held.length })}
      </h2>
      <RecordList held={held.slice(0, MOST_SHOWN)} actor={actor} />
      {more.length > 0 ? (
        <details className="border-t border-line">
          <summary className="py-3 text-sm font-semibold text-accent">
            {t('records.andMore', { count: more.length })}
          </summary>
          <RecordList held={more} actor={actor} />
        </details>
      ) : null}
    </Card>
  )
}

async function RecordList({ held, actor }: { held: readonly Held[]; actor: Actor }) {
  const t = await getTranslations('workout')
  return (
    <ul className="divide-y divide-line">
      {held.map(({ exerciseId, name, tracking, star, more, ...of }) => {
        const reader = { ...actor, tracking, weightUnit: of.weightUnit ?? actor.weightUnit }
        return (
          <li key={exerciseId} className="py-2">
            <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 narrow:grid-cols-1">
              <span className="font-semibold wrap-anywhere">
                <span aria-hidden>★</span> {name}
              </span>
              <span className="fig text-right text-xl narrow:text-left">
                {recordValue(star, reader)}
              </span>
              <span className="text-[0.8125rem] text-soft">{recordName(t, star, reader)}</span>
              <span className="text-right text-[0.8125rem] text-soft narrow:text-left">
                {recordBefore(t, star, reader)}
              </span>
            </div>
            {more.length > 0 ? (
              <details className="text-[0.8125rem] text-soft">
                <summary className="pt-2.5 pb-1">{t('records.more')}</summary>
                <ul className="pb-2">
                  {more.map((record) => (
                    <li
                      key={`${record.kind}:${record.bucket}`}
                      className="flex flex-wrap justify-between gap-x-3"
                    >
                      <span>{recordName(t, record, reader)}</span>
                      <span>
                        {recordValue(record, reader)}, {recordBefore(t, record, reader)}
                      </span>
                    </li>
                  ))}
                </ul>
              </details>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
