import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { LineChart } from '@/app/_components/charts/line-chart'
import { dayText } from '@/app/_components/day-text'
import { measureShown } from '@/app/_components/measure-text'
import { MainRecords } from '@/app/_components/record-facts'
import { Card } from '@/app/_components/ui/card'
import { ChoiceLinks } from '@/app/_components/ui/choice-links'
import { Term } from '@/app/_components/ui/term'
import type { Actor } from '@/lib/core/actor'
import { mainMeasure } from '@/lib/domain/main-measure'
import { setText } from '@/lib/domain/set-text'
import { CURVE_RANGES, type ExerciseHistory } from '@/lib/schemas/exercise-history'
import type { ExerciseDetail } from '@/lib/schemas/exercise-library'

interface PastProps {
  exercise: ExerciseDetail
  history: ExerciseHistory
  actor: Actor
}

/** The curve of an exercise's main figure, records marked, and of how much was done. */
export async function ExerciseCurves({ exercise, history, actor }: PastProps) {
  const t = await getTranslations('progress.exercise')
  const train = await getTranslations('workout')
  const terms = await getTranslations('common.terms')
  const format = await getFormatter()
  const { best, sum } = mainMeasure(exercise.tracking)
  const about = { tracking: exercise.tracking, actor, format }
  const [bestShown, sumShown] = [measureShown(best, about), measureShown(sum, about)]
  return (
    <section className="flex flex-col gap-3" aria-label={t('curves')}>
      <ChoiceLinks
        label={t('range')}
        choices={CURVE_RANGES.map((range) => ({
          href: `/exercises/${exercise.id}?range=${range}`,
          label: t(`ranges.${range}`),
          isChosen: range === history.range,
        }))}
      />
      <Card className="p-4">
        <LineChart
          title={t(`best.${best}`)}
          formatValue={bestShown.text}
          series={[
            {
              name: t(`best.${best}`),
              points: history.curve.flatMap((point) =>
                point.best === null
                  ? []
                  : {
                      date: point.date,
                      value: bestShown.toShown(point.best),
                      ...(point.isRecord && { mark: train('records.badge') }),
                    },
              ),
            },
          ]}
        />
      </Card>
      <Card className="p-4">
        <LineChart
          title={t(`sum.${sum}.${history.grain}`)}
          formatValue={sumShown.text}
          height={120}
          series={[
            {
              name: t(`sum.${sum}.${history.grain}`),
              look: 'bars',
              points: history.curve.map((point) => ({
                date: point.date,
                value: sumShown.toShown(point.sum),
              })),
            },
          ]}
        />
      </Card>
      <p className="flex flex-wrap gap-x-6 gap-y-3 text-sm text-soft">
        {best === 'bestOneRepMaxKg' ? (
          <Term explanation={terms('oneRepMax')}>{terms('oneRepMaxWord')}</Term>
        ) : null}
        {sum === 'volumeKg' ? (
          <Term explanation={terms('volume')}>{terms('volumeWord')}</Term>
        ) : null}
      </p>
    </section>
  )
}

/** The newest times it was done, with what was written then. */
export async function LastTimes({ exercise, history, actor }: PastProps) {
  const t = await getTranslations('progress.exercise')
  const train = await getTranslations('workout')
  const terms = await getTranslations('common.terms')
  const format = await getFormatter()
  const hasEffort = history.lastTimes.some(({ sets }) => sets.some(({ rpe }) => rpe !== null))
  return (
    <Card className="flex flex-col p-4" aria-labelledby="last-times">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 id="last-times" className="text-[1.0625rem] font-semibold">
          {t('lastTimes')}
        </h2>
        {hasEffort ? (
          <p className="text-sm text-soft">
            <Term explanation={terms('rpe')}>{terms('rpeWord')}</Term>
          </p>
        ) : null}
      </div>
      <ol className="divide-y divide-line">
        {history.lastTimes.map((time) => (
          <li key={`${time.sessionId}:${time.sets[0]?.id}`} className="py-2.5">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <Link
                href={`/history/${time.sessionId}`}
                className="inline-flex min-h-6 items-center font-semibold underline-offset-2 hover:underline"
              >
                {dayText(format, time.date, 'date')}
              </Link>
              <span className="text-[0.8125rem] text-soft">{time.sessionName}</span>
            </p>
            <p className="fig flex flex-wrap gap-x-3 text-[1.0625rem]">
              {time.sets.map((set) => (
                <span
                  key={set.id}
                  className={`whitespace-nowrap ${set.kind === 'warmup' ? 'text-faint' : ''}`}
                >
                  {set.kind === 'normal' ? null : (
                    <span className="unit mr-0.5">{train(`kindLetters.${set.kind}`)}</span>
                  )}
                  {setText(set, exercise.tracking, { ...actor, weightUnit: null })}
                  {set.rpe === null ? null : <span className="unit">@{set.rpe}</span>}
                </span>
              ))}
            </p>
            {time.notes ? (
              <p className="text-sm whitespace-pre-line text-soft">{time.notes}</p>
            ) : null}
          </li>
        ))}
      </ol>
      <Link
        href={`/history?exercise=${exercise.id}`}
        className="flex min-h-11 items-center self-start text-sm font-semibold text-accent"
      >
        {t('allTimes')}
      </Link>
    </Card>
  )
}

/** The records that stand, the best for each number of reps among them. */
export async function BestSets({ exercise, history, actor }: PastProps) {
  const t = await getTranslations('progress.exercise')
  const format = await getFormatter()
  const byReps = history.records.filter((record) => record.kind === 'weight_for_reps')
  const weight = measureShown('bestWeightKg', { tracking: exercise.tracking, actor, format })
  return (
    <Card className="flex flex-col p-4" aria-labelledby="best-sets">
      <h2 id="best-sets" className="text-[1.0625rem] font-semibold">
        {t('bestSets')}
      </h2>
      <MainRecords records={history.records} seen={{ tracking: exercise.tracking, actor }} />
      {byReps.length > 0 ? (
        <table className="mt-2 w-full border-t border-line text-sm">
          <caption className="py-2 text-left text-xs font-semibold text-soft">
            {t('repMaxes')}
          </caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t('reps')}</th>
              <th scope="col">{t('weight')}</th>
              <th scope="col">{t('date')}</th>
            </tr>
          </thead>
          <tbody>
            {byReps.map((record) => (
              <tr key={record.bucket} className="border-t border-line first:border-0">
                <th scope="row" className="py-1.5 text-left font-medium">
                  {t('repMax', { reps: record.bucket })}
                </th>
                <td className="fig py-1.5 text-right text-[1.0625rem]">
                  {weight.text(weight.toShown(record.value))}
                </td>
                <td className="py-1.5 pl-4 text-right text-soft">
                  <Link
                    href={`/history/${record.sessionId}`}
                    className="inline-flex min-h-6 items-center underline"
                  >
                    {dayText(format, record.localDate, 'date')}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <Link
        href={`/records/${exercise.id}`}
        className="flex min-h-11 items-center self-start text-sm font-semibold text-accent"
      >
        {t('allRecords')}
      </Link>
    </Card>
  )
}
