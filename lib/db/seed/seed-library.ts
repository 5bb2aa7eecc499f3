import { inArray, sql } from 'drizzle-orm'
import { newId } from '@/lib/core/id'
import type { Database, Transaction } from '@/lib/db/client'
import { exercises, routines } from '@/lib/db/schema/library'
import { RoutineDocumentWriter } from '@/lib/repositories/routine-document-writer'
import { loadExerciseCatalogue } from './exercise-catalogue'
import { loadTemplateCatalogue } from './template-catalogue'

/**
 * Writes the built-in exercises and templates, known by their slugs. Idempotent: run at every
 * start, it brings an older library up to date and leaves people's own rows alone.
 */
export async function seedLibrary(db: Database): Promise<{ exercises: number; templates: number }> {
  return db.transaction(async (tx) => {
    // Two servers that start at once take turns.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('gym-tracker:seed-library'))`)
    return { exercises: await seedExercises(tx), templates: await seedTemplates(tx) }
  })
}

async function seedExercises(tx: Transaction): Promise<number> {
  const rows = loadExerciseCatalogue().map((entry) => ({
    ...entry,
    searchText: [entry.name, ...entry.aliases].join(' | ').toLowerCase(),
  }))
  const excluded = (column: { name: string }) => sql.raw(`excluded."${column.name}"`)
  await tx
    .insert(exercises)
    .values(rows)
    .onConflictDoUpdate({
      target: exercises.slug,
      set: {
        name: excluded(exercises.name),
        aliases: excluded(exercises.aliases),
        foreignAliases: excluded(exercises.foreignAliases),
        searchText: excluded(exercises.searchText),
        popularity: excluded(exercises.popularity),
        category: excluded(exercises.category),
        tracking: excluded(exercises.tracking),
        primaryMuscles: excluded(exercises.primaryMuscles),
        secondaryMuscles: excluded(exercises.secondaryMuscles),
        equipment: excluded(exercises.equipment),
        isUnilateral: excluded(exercises.isUnilateral),
        instructions: excluded(exercises.instructions),
      },
    })
  return rows.length
}

/** Templates keep their ids, so links to them last; their content is written anew. */
async function seedTemplates(tx: Transaction): Promise<number> {
  const templates = loadTemplateCatalogue()
  const bySlug = await exerciseIdsBySlug(tx)
  const existing = await tx
    .select({ id: routines.id, slug: routines.slug })
    .from(routines)
    .where(
      inArray(
        routines.slug,
        templates.map((template) => template.slug),
      ),
    )
  const ids = new Map(existing.map((row) => [row.slug, row.id]))
  const writer = new RoutineDocumentWriter(tx)

  for (const { slug, blocks, ...head } of templates) {
    const id = ids.get(slug) ?? newId()
    await tx
      .insert(routines)
      .values({ id, slug, isTemplate: true, ...head })
      .onConflictDoUpdate({ target: routines.slug, set: { ...head, updatedAt: new Date() } })
    await writer.replaceBlocks(
      id,
      blocks.map((block) => ({
        ...block,
        exercises: block.exercises.map(({ exercise, ...line }) => ({
          ...line,
          exerciseId: idOf(bySlug, exercise),
        })),
      })),
    )
  }
  return templates.length
}

async function exerciseIdsBySlug(tx: Transaction): Promise<Map<string | null, string>> {
  const rows = await tx.select({ id: exercises.id, slug: exercises.slug }).from(exercises)
  return new Map(rows.map((row) => [row.slug, row.id]))
}

function idOf(bySlug: ReadonlyMap<string | null, string>, slug: string): string {
  const id = bySlug.get(slug)
  if (!id) throw new Error(`The template library names an unknown exercise: ${slug}`)
  return id
}
