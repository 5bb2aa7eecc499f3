'use client'

import { Plus } from 'lucide-react'
import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { EmptyState } from '@/app/_components/ui/card'
import { StickyBar } from '@/app/_components/ui/sticky-bar'
import { Toast } from '@/app/_components/ui/toast'
import type { Messages } from '@/lib/i18n/messages'
import type { Routine } from '@/lib/schemas/routine'
import { saveRoutineAction } from '../../actions'
import { AnswerProvider, IntentButton } from './answer'
import { BlockFields } from './block-fields'
import { HeadFields } from './head-fields'
import type { OwnUnits } from './target-fields'

interface EditorProps {
  routine: Routine
  own: OwnUnits
  /** How each line progresses, in words, by block and place. */
  rules: (string | null)[][]
  words: { routines: Messages['routines']; undo: string }
}

/** One form around the routine: a press anywhere sends all of it. */
export function RoutineEditor({ routine, own, rules, words: { routines, undo } }: EditorProps) {
  const words = routines.editor
  return (
    <ActionForm action={saveRoutineAction} className="flex flex-col gap-4">
      {({ error, data, isPending }) => (
        <AnswerProvider value={{ error, focus: data?.focus ?? null, words: routines }}>
          {/* The first button of a form is what Enter presses: it has to be the harmless one. */}
          <button type="submit" tabIndex={-1} aria-hidden className="sr-only">
            {words.save}
          </button>
          <input type="hidden" name="routineId" value={routine.id} />
          {/* Whoever was told of another version and saves again means it. */}
          {error?.key === 'routineChanged' ? null : (
            <input type="hidden" name="seen" value={error?.values?.seen ?? routine.version} />
          )}
          {/* After a save the fields start over from what was saved. */}
          <div key={routine.version} className="flex flex-col gap-4">
            <HeadFields routine={routine} error={error} />
            {routine.blocks.length === 0 ? <EmptyState title={words.empty} /> : null}
            {routine.blocks.map((block, index) => {
              const path = `blocks[${index}]`
              return (
                <BlockFields
                  key={path}
                  {...{ block, index, path, own }}
                  rules={rules[index] ?? []}
                  count={routine.blocks.length}
                />
              )
            })}
            <div className="flex flex-wrap gap-2">
              {routine.blocks.length === 0 ? (
                <IntentButton intent="pick:0" look="primary" size="normal">
                  <Plus aria-hidden size={18} />
                  {words.addExercise}
                </IntentButton>
              ) : (
                <IntentButton intent="add-block">
                  <Plus aria-hidden size={16} />
                  {words.addBlock}
                </IntentButton>
              )}
            </div>
          </div>
          <StickyBar>
            {data?.removed ? (
              <Toast key={data.removed.json} isInFlow>
                <span className="min-w-0">{words.removed[data.removed.part]}</span>
                <input type="hidden" name="removed" value={data.removed.json} />
                <IntentButton intent="undo" look="toast">
                  {undo}
                </IntentButton>
              </Toast>
            ) : null}
            <Button className="w-full" disabled={isPending}>
              {words.save}
            </Button>
          </StickyBar>
        </AnswerProvider>
      )}
    </ActionForm>
  )
}
