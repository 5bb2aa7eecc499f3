import { takesTurns } from '@/lib/domain/training/blocks'
import type { PlannedExercise } from '@/lib/schemas/plan'
import type { PlacedBlock, PlacedLine } from './line-order'
import { inOtherRounds } from './update-line'

/** Exercises that took turns in the workout and do not in the plan, such as a superset made there. */
export interface Joined {
  /** Of the block in the workout. */
  number: number
  kind: PlacedBlock['kind']
  names: string[]
}

/**
 * The blocks with one for each group of exercises that took turns in the workout, whatever the plan
 * said of them. It takes the place of the first of the blocks that they come from.
 *
 * @param isWanted asked about each group before it is joined
 */
export function joinBlocks(
  blocks: readonly PlacedBlock[],
  isWanted: (joined: Joined) => boolean,
): PlacedBlock[] {
  const inTurns = blocks.flatMap(({ lines }) =>
    lines.flatMap(({ log }) => (log && takesTurns(log) ? [log.block] : [])),
  )
  return [...new Set(inTurns)].reduce<PlacedBlock[]>(
    (all, number) => joinOne(all, number, isWanted) ?? all,
    [...blocks],
  )
}

type Member = PlacedLine & { log: NonNullable<PlacedLine['log']>; rounds: number }

/** Null where the group is one in the routine too, or is not wanted. */
function joinOne(
  blocks: readonly PlacedBlock[],
  number: number,
  isWanted: (joined: Joined) => boolean,
): PlacedBlock[] | null {
  const isMember = ({ log }: PlacedLine) => log?.block === number && takesTurns(log)
  const homes = blocks.filter(({ lines }) => lines.some(isMember))
  const members = homes
    .flatMap(({ lines, rounds }) =>
      lines.flatMap((line): Member[] =>
        line.log && isMember(line) ? [{ ...line, log: line.log, rounds }] : [],
      ),
    )
    .toSorted((a, b) => a.log.position - b.log.position)
  const kind = members[0]?.log.blockKind
  // What the plan had together and the routine has not was parted in the routine since.
  const wasTogether = new Set(members.map(({ planBlock }) => planBlock)).size < 2
  if (!kind || homes.length < 2 || wasTogether) return null
  const home = homes.find((block) => block.kind === kind)
  const lines = linesOf(members, home, isMember)
  if (!lines || !isWanted({ number, kind, names: members.map(({ log }) => log.name) })) return null
  const head = home ?? { kind, rounds: 1, restSeconds: 0, timeCapSeconds: null }
  return blocks.flatMap((block) => {
    if (!homes.includes(block)) return [block]
    const left = withoutLines(block, isMember)
    if (home ? block === home : block === homes[0])
      return [{ ...head, lines }, ...(home ? [] : left)]
    return left
  })
}

/** The lines of the group with as many sets as before; null where a line cannot say so many. */
function linesOf(
  members: readonly Member[],
  home: PlacedBlock | undefined,
  isMember: (line: PlacedLine) => boolean,
): PlacedLine[] | null {
  const rounds = home?.rounds ?? 1
  const moved = members.map(({ rounds: from, ...member }) => ({
    ...member,
    line: inOtherRounds(member.line, from, rounds),
  }))
  const isWhole = (
    member: (typeof moved)[number],
  ): member is PlacedLine & typeof member & { line: PlannedExercise } => member.line !== null
  if (!moved.every(isWhole)) return null
  return [...moved, ...(home?.lines.filter((line) => !isMember(line)) ?? [])]
}

/** What is left of a block whose lines went into another; a partner that is left stands alone. */
function withoutLines(block: PlacedBlock, isGone: (line: PlacedLine) => boolean): PlacedBlock[] {
  const lines = block.lines.filter((line) => !isGone(line))
  if (lines.length === 0) return []
  const isAlone = lines.length === 1 && takesTurns({ blockKind: block.kind })
  return [{ ...block, lines, kind: isAlone ? 'single' : block.kind }]
}
