import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button, ButtonLink } from '@/app/_components/ui/button'
import { Card } from '@/app/_components/ui/card'
import type { Actor } from '@/lib/core/actor'
import { newId } from '@/lib/core/id'
import { SET_KINDS } from '@/lib/domain/plan-kinds'
import { distanceUnitFor, setFields } from '@/lib/domain/set-fields'
import { setText } from '@/lib/domain/set-text'
import { formatDuration } from '@/lib/domain/typed-number'
import type { ExerciseLog, LoggedSet } from '@/lib/schemas/workout'
import { addSetAction, moveExerciseAction, removeExerciseAction, removeSetAction } from '../actions'
import { ExerciseMenu } from './exercise-menu'
import type { RowWords } from './set-row'
import { SetTable } from './set-table'

interface ExerciseCardProps {
  sessionId: string
  log: ExerciseLog
  actor: Actor
  isFirst: boolean
  isLast: boolean
}

export async function ExerciseCard({ sessionId, log, actor, isFirst, isLast }: ExerciseCardProps) {
  const t = await getTranslations('workout')
  const words = await rowWords(log, actor)
  const last = log.previous.map((set) => setText(set, log.tracking, actor)).join(', ')
  const subtitle = [
    t(`blocks.${log.blockKind}`),
    log.restSeconds ? t('rest', { time: formatDuration(log.restSeconds) }) : '',
    log.tempo ?? '',
    last ? t('lastTime', { sets: last }) : '',
  ].filter(Boolean)
  let working = 0
  const rows = log.sets.map((set) => {
    const index = set.kind === 'warmup' ? -1 : working++
    const label = set.kind === 'warmup' ? 'W' : String(index + 1)
    return {
      set,
      opId: newId(),
      label,
      previous: log.previous[index] ?? null,
      words: words(set, label),
    }
  })
  return (
    <Card className="pt-3.5" aria-labelledby={`exercise-${log.id}`} id={`log-${log.id}`}>
      <header className="flex items-start justify-between gap-2 px-3.5 pb-2">
        <div className="min-w-0">
          <h2 id={`exercise-${log.id}`} className="text-[17px] font-semibold">
            <Link href={`/exercises/${log.exerciseId}`}>{log.name}</Link>
          </h2>
          <p className="text-[13px] text-soft">{subtitle.join(' · ')}</p>
          {log.planNotes ? (
            <p className="text-[13px] text-soft">{t('planNote', { note: log.planNotes })}</p>
          ) : null}
          {log.notes ? <p className="text-[13px] whitespace-pre-line">{log.notes}</p> : null}
        </div>
      </header>
      <div
        aria-hidden
        className="grid grid-cols-[36px_64px_1fr_48px_52px] gap-x-1 px-2 pb-1 text-center text-[11.5px] font-semibold text-soft"
      >
        <span>{t('set')}</span>
        <span>{t('previous')}</span>
        <span className="grid auto-cols-fr grid-flow-col gap-1">
          {setFields(log.tracking).map((field) => (
            <span key={field}>{columnHead(field, log, actor, t)}</span>
          ))}
        </span>
        <span>{t('rpe')}</span>
      </div>
      <SetTable
        tracking={log.tracking}
        rows={rows}
        records={log.records}
        units={{ weightUnit: actor.weightUnit, distanceUnit: actor.distanceUnit }}
      />
      <footer className="flex flex-wrap items-start gap-2 border-t border-line px-3.5 py-2.5">
        <ActionForm action={addSetAction}>
          <input type="hidden" name="exerciseLogId" value={log.id} />
          {/* Made with the page, so a post sent twice adds one. */}
          <input type="hidden" name="id" value={newId()} />
          <Button look="quiet" size="compact">
            {t('addSet')}
          </Button>
        </ActionForm>
        <ExerciseMenu
          exerciseLogId={log.id}
          notes={log.notes}
          words={{
            more: t('more', { name: log.name }),
            notes: t('notes'),
            save: t('saveNotes'),
            saved: t('noteSaved'),
          }}
        >
          <div className="flex flex-wrap gap-2">
            {(['up', 'down'] as const).map((direction) => (
              <ActionForm key={direction} action={moveExerciseAction}>
                <input type="hidden" name="exerciseLogId" value={log.id} />
                <input type="hidden" name="direction" value={direction} />
                <Button
                  look="quiet"
                  size="compact"
                  aria-disabled={(direction === 'up' ? isFirst : isLast) || undefined}
                >
                  {t(direction === 'up' ? 'moveUp' : 'moveDown')}
                </Button>
              </ActionForm>
            ))}
            <ButtonLink
              look="quiet"
              size="compact"
              href={`/workout/${sessionId}/add?swap=${log.id}`}
            >
              {t('swapExercise')}
            </ButtonLink>
            <ActionForm action={removeExerciseAction}>
              <input type="hidden" name="exerciseLogId" value={log.id} />
              <Button look="danger" size="compact">
                {t('removeExercise')}
              </Button>
            </ActionForm>
          </div>
          <div className="flex flex-wrap gap-2">
            {rows.map(({ set, label }) => (
              <ActionForm key={set.id} action={removeSetAction}>
                <input type="hidden" name="setId" value={set.id} />
                <Button look="danger" size="compact">
                  {t('removeSet', { number: label })}
                </Button>
              </ActionForm>
            ))}
          </div>
        </ExerciseMenu>
      </footer>
    </Card>
  )
}

type Translate = Awaited<ReturnType<typeof getTranslations<'workout'>>>

function columnHead(
  field: ReturnType<typeof setFields>[number],
  log: ExerciseLog,
  actor: Actor,
  t: Translate,
): string {
  switch (field) {
    case 'weight': {
      const unit = log.sets[0]?.weightUnit ?? actor.weightUnit
      if (log.tracking === 'assisted_bodyweight') return t('assistance', { unit })
      return log.tracking === 'weighted_bodyweight' ? t('added', { unit }) : unit
    }
    case 'reps':
      return t('reps')
    case 'durationSeconds':
      return t('time')
    case 'distance':
      return distanceUnitFor(log.tracking, actor.distanceUnit)
  }
}

/** Sentences for the rows, resolved here so that the browser loads no catalogue. */
async function rowWords(
  log: ExerciseLog,
  actor: Actor,
): Promise<(set: LoggedSet, label: string) => RowWords> {
  const t = await getTranslations('workout')
  const common = await getTranslations('errors')
  const kinds = SET_KINDS.map(
    (kind) => [kind, t(`kindLetters.${kind}`), t(`kinds.${kind}`)] as const,
  )
  return (set, label) => {
    const named = (what: string) => `${log.name}, ${t('set')} ${label}: ${what}`
    return {
      fields: {
        weight: named(t('weight', { unit: set.weightUnit })),
        reps: named(t('reps')),
        durationSeconds: named(t('time')),
        distance: named(t('distance', { unit: distanceUnitFor(log.tracking, actor.distanceUnit) })),
      },
      rpe: named(t('rpe')),
      kinds,
      kind: named(t('setType', { number: label })),
      done: named(t('markDone', { number: label })),
      notDone: named(t('markNotDone', { number: label })),
      saving: t('saving'),
      saved: t('savedPill'),
      refused: t('refused'),
      offline: common('unavailable'),
      record: t('records.badge'),
    }
  }
}
