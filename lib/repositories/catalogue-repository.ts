import { sql } from 'drizzle-orm'
import type { Transaction } from '@/lib/db/client'
import { exercisePreferences, exercises } from '@/lib/db/schema/library'
import { setLogs } from '@/lib/db/schema/training'
import type { AthleteScope } from '@/lib/policies/scope'
import { type Catalogue, catalogueSchema } from '@/lib/schemas/training'
import { doneBefore } from './done-before'
import { FACTS } from './training-row'

/** The heaviest set of the log `d.last_log_id`, else the longest. */
const LAST_SET = sql`(
  select jsonb_build_object('weight', st.weight, 'weightUnit', st.weight_unit, 'reps', st.reps,
    'durationSeconds', st.duration_s, 'distanceMeters', st.distance_m)
  from ${setLogs} st
  where st.exercise_log_id = d.last_log_id and st.is_completed and st.deleted_at is null
    and st.kind <> 'warmup'
  order by st.weight desc nulls last, st.reps desc nulls last, st.distance_m desc nulls last,
    st.duration_s desc nulls last, st.set_number
  limit 1)`

/** The exercises as a phone keeps them, to find one without a network. */
export class CatalogueRepository {
  constructor(
    private readonly tx: Transaction,
    private readonly scope: AthleteScope,
  ) {}

  /** All that may be used and are not put away, by name. */
  async list(): Promise<Catalogue> {
    const { athleteId } = this.scope
    const rows = await this.tx.execute<{ facts: object }>(sql`
      select ${FACTS} || jsonb_build_object('id', e.id, 'aliases', e.aliases,
        'primaryMuscles', e.primary_muscles, 'secondaryMuscles', e.secondary_muscles,
        'equipment', e.equipment, 'isCustom', e.is_custom, 'popularity', e.popularity,
        'timesDone', coalesce(d.times, 0), 'lastDoneOn', d.last_on, 'lastSet', ${LAST_SET}) as facts
      from ${exercises} e
      left join ${exercisePreferences} p on p.exercise_id = e.id and p.user_id = ${athleteId}
      left join ${doneBefore(athleteId)} d on d.exercise_id = e.id
      where (e.created_by is null or e.created_by = ${athleteId}) and e.archived_at is null
      order by lower(e.name)`)
    return catalogueSchema.parse(rows.map((row) => row.facts))
  }
}
