'use client'

import { useEffect, useState } from 'react'
import { Card } from '@/app/_components/ui/card'
import { Notice } from '@/app/_components/ui/notice'
import { Button, buttonStyle } from '@/app/_components/ui/plain-button'
import { setText } from '@/lib/domain/set-text'
import type { Training } from '@/lib/domain/training/training'
import type { DistanceUnit } from '@/lib/domain/units'
import type { Entry } from '@/lib/offline/phone-store'
import { FinishFigures } from './finish-figures'
import { refusalText } from './stuck-set'
import { useSharedTraining } from './training-context'

/** A workout that ended: on its way into the history, or with sets that came too late for it. */
export function FinishedView() {
  const { document, words, link, entries, isSent } = useSharedTraining()
  const { train } = words
  const { training } = document
  const late = entries.filter((entry) => entry.problem !== null)
  const leads = isSent && late.length === 0
  useEffect(() => {
    if (leads) window.location.replace(`/history/${training.id}?finished=1`)
  }, [leads, training.id])
  const isWaiting = link === 'offline' || link === 'busy' || link === 'signedOut'
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-4">
      <h1 className="text-[22px] font-bold">{training.name}</h1>
      <div role="status">
        <Notice tone={isWaiting ? 'watch' : 'good'}>
          {isWaiting ? train.end.onPhone : train.end.sending}
        </Notice>
      </div>
      <Card className="p-4">
        <FinishFigures />
      </Card>
      {late.length > 0 ? <LateSets entries={late} /> : null}
      <a href="/workout" className={buttonStyle('quiet', 'normal')}>
        {train.end.home}
      </a>
    </div>
  )
}

/** Sets logged here after the workout was finished elsewhere: added as a correction, or let go. */
function LateSets({ entries }: { entries: readonly Entry[] }) {
  const { document, words, settle } = useSharedTraining()
  const { train } = words
  const { training, person } = document
  const [failed, setFailed] = useState(false)
  const amend = async (entry: Entry) => {
    const { operation } = entry
    if (operation.type !== 'logSet') return
    const { isCompleted: _c, isSlip: _s, side: _d, ...figures } = operation.values
    const response = await fetch(`/api/sessions/${training.id}/corrections`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': operation.id },
      body: JSON.stringify({ sets: [{ id: operation.setId, ...figures }] }),
    }).catch(() => null)
    setFailed(!response?.ok)
    if (response?.ok) await settle(entry, false)
  }
  return (
    <Card className="flex flex-col gap-3 p-4" aria-label={train.late.title}>
      <h2 className="text-lg font-semibold">{train.late.title}</h2>
      <p className="text-sm text-soft">{train.late.body}</p>
      {failed ? <Notice tone="bad">{train.refused.other}</Notice> : null}
      <ul className="flex flex-col gap-3">
        {entries.map((entry) => (
          <li key={entry.seq} className="flex flex-col gap-2 border-t border-line pt-3">
            <p>
              {factsOf(entry, training)?.name ?? train.changes[entry.operation.type]}{' '}
              <span className="fig text-[17px]">
                {figuresOf(entry, training, person.distanceUnit)}
              </span>
            </p>
            {entry.problem?.kind === 'refused' ? (
              <p className="text-sm text-soft">{refusalText(entry.problem, train)}</p>
            ) : null}
            <div className="flex flex-wrap gap-2">
              {entry.operation.type === 'logSet' ? (
                <Button type="button" look="quiet" size="compact" onClick={() => amend(entry)}>
                  {train.refused.amend}
                </Button>
              ) : null}
              <Button
                type="button"
                look="quiet"
                size="compact"
                onClick={() => void settle(entry, false)}
              >
                {train.refused.drop}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The exercise that a change of a set belongs to. */
function factsOf({ operation }: Entry, { exercises, facts }: Training) {
  if (!('setId' in operation)) return null
  const { setId } = operation
  const exercise = exercises.find((each) => each.sets.some((set) => set.id === setId))
  return exercise ? facts[exercise.exerciseId] : null
}

function figuresOf(entry: Entry, training: Training, distanceUnit: DistanceUnit): string {
  const { operation } = entry
  const facts = factsOf(entry, training)
  if (operation.type !== 'logSet' || !facts) return ''
  return setText(operation.values, facts.tracking, {
    weightUnit: training.weightUnit,
    distanceUnit,
  })
}
