'use client'

import { useEffect, useState } from 'react'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { Button, buttonStyle } from '@/app/_components/ui/plain-button'
import { setText } from '@/lib/domain/set-text'
import { isPresent, type Training } from '@/lib/domain/training/training'
import type { Entry } from '@/lib/offline/phone-store'
import { type PlaceOfSet, placeOfSet } from '@/lib/offline/place-of-set'
import { FinishFigures } from './finish-figures'
import { refusalText } from './stuck-set'
import { useSharedTraining } from './training-context'
import { say } from './words'

/** A workout that ended: on its way into the history, or with sets that came too late for it. */
export function FinishedView() {
  const { document, words, link, entries, isSent, isKept, settle } = useSharedTraining()
  const { train } = words
  const { training } = document
  const stuck = entries.filter((entry) => entry.problem !== null)
  const late = stuck.filter(({ operation }) => !isEmptyPlace(operation))
  const leads = isSent && stuck.length === 0
  const isEmpty = isSent && late.length === 0
  useEffect(() => {
    if (isEmpty) for (const entry of stuck) void settle(entry, false)
  }, [isEmpty, stuck, settle])
  useEffect(() => {
    if (leads) location.replace(`/history/${training.id}?finished=1`)
  }, [leads, training.id])
  const isWaiting = link === 'offline' || link === 'busy' || link === 'signedOut'
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-4">
      <h1 className="text-[1.375rem] font-bold">{training.name}</h1>
      <div role="status">
        {isWaiting || late.length === 0 ? (
          <Notice tone={isWaiting ? 'watch' : 'good'}>
            {isWaiting ? (isKept ? train.end.onPhone : train.unsent.notKept) : train.end.sending}
          </Notice>
        ) : null}
      </div>
      <FinishFigures />
      {late.length > 0 ? <LateSets entries={late} /> : null}
      <a href="/workout" className={buttonStyle('quiet', 'normal')}>
        {train.end.home}
      </a>
    </div>
  )
}

/** New sets and exercises are nothing without what was done, which brings its place along. */
const isEmptyPlace = ({ type }: Entry['operation']): boolean =>
  type === 'addSets' || type === 'addExercise'

/** What was logged here and is not in the finished workout: added as a correction, or let go. */
function LateSets({ entries }: { entries: readonly Entry[] }) {
  const { words } = useSharedTraining()
  const { train } = words
  const [failed, setFailed] = useState(false)
  return (
    <Card className="flex flex-col gap-3 p-4" aria-label={train.late.title}>
      <h2 className="text-lg font-semibold">{train.late.title}</h2>
      <p className="text-sm text-soft">{train.late.body}</p>
      {failed ? <Notice tone="bad">{train.refused.other}</Notice> : null}
      <ul className="flex flex-col gap-3">
        {entries.map((entry) => (
          <li key={entry.seq} className="flex flex-col gap-2 border-t border-line pt-3">
            <LateSet entry={entry} onTried={(isDone) => setFailed(!isDone)} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function LateSet({ entry, onTried }: { entry: Entry; onTried: (isDone: boolean) => void }) {
  const { document, words, entries, settle } = useSharedTraining()
  const { train } = words
  const { training, person } = document
  const { operation, problem } = entry
  const set = operation.type === 'logSet' ? operation : null
  const place = set && placeOfSet(set.setId, { training, entries })
  const text = (figures: Parameters<typeof setText>[0]) =>
    place?.facts
      ? setText(figures, place.facts.tracking, {
          weightUnit: training.weightUnit,
          distanceUnit: person.distanceUnit,
        })
      : ''
  const theirs = problem?.kind === 'conflict' ? problem.theirs : null
  const amend = async () => {
    if (!set || !place) return
    const response = await fetch(`/api/sessions/${training.id}/corrections`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': operation.id },
      body: JSON.stringify({ sets: [correctionOf(set, place, training)] }),
    }).catch(() => null)
    onTried(response?.ok === true)
    if (response?.ok) await settle(entry, false)
  }
  return (
    <>
      <p>
        {place?.facts?.name ?? train.changes[operation.type]}{' '}
        <span className="fig text-[1.0625rem]">{set ? text(set.values) : null}</span>
      </p>
      <p className="text-sm text-soft empty:hidden">
        {problem?.kind === 'refused' ? refusalText(problem, words) : null}
        {theirs
          ? say(train.conflict.theirs, {
              value: theirs.deletedAt ? train.conflict.removed : text(theirs),
            })
          : null}
      </p>
      <div className="flex flex-wrap gap-2">
        {set?.values.isCompleted && place ? (
          <Button type="button" look="quiet" size="compact" onClick={amend}>
            {train.refused.amend}
          </Button>
        ) : null}
        <Button type="button" look="quiet" size="compact" onClick={() => void settle(entry, false)}>
          {train.refused.drop}
        </Button>
      </div>
    </>
  )
}

/** A set that the workout does not have becomes one that was forgotten, with its exercise if need be. */
function correctionOf(
  { setId, values }: Extract<Entry['operation'], { type: 'logSet' }>,
  { exerciseLogId, exerciseId }: PlaceOfSet,
  training: Training,
) {
  const { isCompleted: _c, isSlip: _s, ...figures } = values
  return isPresent(training, setId)
    ? { id: setId, ...figures }
    : { exerciseLogId, exerciseId, ...figures }
}
