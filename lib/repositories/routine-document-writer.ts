import { eq } from 'drizzle-orm'
import { newId } from '@/lib/core/id'
import type { Transaction } from '@/lib/db/client'
import { routineBlocks, routineExercises, routineSets } from '@/lib/db/schema/library'
import type { PlannedBlock } from '@/lib/schemas/plan'

/** Writes what a routine contains; whoever calls has decided that the routine may be written. */
export class RoutineDocumentWriter {
  constructor(private readonly tx: Transaction) {}

  /** Replaces all blocks, in four statements whatever the size. */
  async replaceBlocks(routineId: string, blocks: readonly PlannedBlock[]): Promise<void> {
    await this.tx.delete(routineBlocks).where(eq(routineBlocks.routineId, routineId))
    const blockRows: (typeof routineBlocks.$inferInsert)[] = []
    const exerciseRows: (typeof routineExercises.$inferInsert)[] = []
    const setRows: (typeof routineSets.$inferInsert)[] = []
    blocks.forEach(({ exercises, ...block }, blockPosition) => {
      const blockId = newId()
      blockRows.push({ id: blockId, routineId, position: blockPosition, ...block })
      exercises.forEach(({ setList, ...line }, position) => {
        const routineExerciseId = newId()
        exerciseRows.push({ id: routineExerciseId, blockId, position, ...line })
        setList.forEach((set, setPosition) => {
          setRows.push({ routineExerciseId, position: setPosition, ...set })
        })
      })
    })
    if (blockRows.length > 0) await this.tx.insert(routineBlocks).values(blockRows)
    if (exerciseRows.length > 0) await this.tx.insert(routineExercises).values(exerciseRows)
    if (setRows.length > 0) await this.tx.insert(routineSets).values(setRows)
  }
}
