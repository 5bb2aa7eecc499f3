'use client'

import { Card } from '@/app/_components/ui/card'
import { Button } from '@/app/_components/ui/plain-button'
import { completeWorkoutAction } from '@/app/(app)/workout/actions'
import { lastSetAt } from '@/lib/domain/training/training'
import { ChangeForm } from './change-form'
import { useSharedTraining } from './training-context'
import { say } from './words'

/** Does it still go on, or did it end with its last set? */
export function QuietQuestion() {
  const { document, words, dispatch } = useSharedTraining()
  const { quiet } = words.train
  const { training } = document
  const last = lastSetAt(training)
  const time = new Date(last ?? training.startedAt).toLocaleTimeString(words.locale, {
    timeZone: document.person.timeZone,
    hour: 'numeric',
    minute: '2-digit',
  })
  return (
    <Card className="flex flex-col gap-3 p-4" role="alert">
      <div>
        <h2 className="font-semibold">{quiet.ask}</h2>
        {last ? <p className="text-sm text-soft">{say(quiet.body, { time })}</p> : null}
      </div>
      <div className="flex flex-wrap gap-2">
        <ChangeForm change={() => ({ type: 'keepTraining' })}>
          <Button look="quiet" size="compact">
            {quiet.go}
          </Button>
        </ChangeForm>
        {last ? (
          <form
            action={async (form) => void (await completeWorkoutAction(null, form))}
            onSubmit={(event) => {
              event.preventDefault()
              const said = { notes: training.notes, feeling: null, sessionRpe: null }
              dispatch({ type: 'finish', ...said, isEndedAtLastSet: true })
            }}
          >
            <input type="hidden" name="sessionId" value={training.id} />
            <input type="hidden" name="isEndedAtLastSet" value="on" />
            <Button size="compact">{say(quiet.end, { time })}</Button>
          </form>
        ) : null}
      </div>
    </Card>
  )
}
