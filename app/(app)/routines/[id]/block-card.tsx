import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import type { Actor } from '@/lib/core/actor'
import { lineTexts, setsText } from '@/lib/domain/target-text'
import { formatDuration } from '@/lib/domain/typed-number'
import type { RoutineBlock, RoutineLine } from '@/lib/schemas/routine'
import type { NextLine } from '@/lib/schemas/workout'
import { progressionTexts } from '../progression-text'

const TURNS: ReadonlySet<RoutineBlock['kind']> = new Set(['superset', 'circuit'])

/** One block of a routine: what kind it is, and each exercise with what it asks for. */
export async function BlockCard({
  block,
  next,
  actor,
}: {
  block: RoutineBlock
  /** What its lines ask for next time, in their order. */
  next: readonly NextLine[]
  actor: Actor
}) {
  const t = await getTranslations('routines')
  const takesTurns = TURNS.has(block.kind) && block.exercises.length > 1
  // Without a rest of its own a round ends with the longest of its exercises, and has none between.
  const isRestOfLines = takesTurns && block.restSeconds === 0
  const rest = isRestOfLines
    ? Math.max(...block.exercises.map(({ restSeconds }) => restSeconds ?? 0))
    : block.restSeconds
  const facts = [
    block.kind !== 'single' && t(`blockKinds.${block.kind}`),
    block.rounds > 1 && t('rounds', { count: block.rounds }),
    rest > 0 && t(takesTurns ? 'restAfterRound' : 'rest', { time: formatDuration(rest) }),
    block.timeCapSeconds && t('cap', { time: formatDuration(block.timeCapSeconds) }),
  ].filter(Boolean)
  return (
    <Card className="p-4">
      {facts.length > 0 ? (
        <h2 className="text-xs font-semibold text-soft">{facts.join(' · ')}</h2>
      ) : null}
      {block.exercises.length === 0 ? <p className="mt-2 text-soft">{t('draft')}</p> : null}
      <ol className="mt-1">
        {block.exercises.map((line, index) => {
          // An exercise may stand twice in a block: only its place tells it apart.
          const place = `line-${index}`
          return (
            <li key={place} className="border-t border-line py-2.5 first:border-0">
              <Line {...{ line, actor }} next={next[index]} hasRest={!isRestOfLines} />
            </li>
          )
        })}
      </ol>
    </Card>
  )
}

interface LineProps {
  line: RoutineLine
  next: NextLine | undefined
  actor: Actor
  hasRest: boolean
}

/** One line: the sets of the next workout where a progression rule sets them, else the line's own. */
async function Line({ line, next, actor, hasRest }: LineProps) {
  const t = await getTranslations('routines')
  const said = await getTranslations('workout')
  const reason = next?.reason
  const texts = lineTexts(line, { tracking: line.tracking, unit: actor.distanceUnit })
  const progression = (await progressionTexts())(line)
  const facts = [
    hasRest && line.restSeconds !== null && t('rest', { time: formatDuration(line.restSeconds) }),
    line.tempo && t('tempoOf', { tempo: line.tempo }),
  ]
  return (
    <>
      <Link href={`/exercises/${line.exerciseId}`} className="font-semibold">
        {line.name}
      </Link>
      <p className="fig text-lg leading-snug">
        {reason
          ? setsText(next.sets)
          : texts
              .map(({ count, text }) => (text ? `${count} × ${text}` : t('setCount', { count })))
              .join(', ')}
      </p>
      {reason ? (
        <p className="text-[0.8125rem]">
          {said(`why.${reason.key}`, { ...reason.values, you: said('whoLast') })}
        </p>
      ) : null}
      <p className="text-[0.8125rem] text-soft">{facts.filter(Boolean).join(' · ')}</p>
      {progression ? <p className="text-[0.8125rem] text-soft">{progression}</p> : null}
      {line.notes ? <p className="text-[0.8125rem] whitespace-pre-line">{line.notes}</p> : null}
    </>
  )
}
