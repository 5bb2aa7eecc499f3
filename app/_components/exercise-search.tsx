import { getTranslations } from 'next-intl/server'
import { EQUIPMENT, EXERCISE_CATEGORIES, MUSCLE_GROUPS } from '@/lib/schemas/exercise'
import type { ExerciseFilters } from './exercise-filters'
import { SearchBox, SearchFilter } from './search-box'

interface ExerciseSearchProps {
  filters: ExerciseFilters
  /** Where the search leads; what its own query says is kept. */
  basePath: string
}

/** Words and three filters over the library. */
export async function ExerciseSearch({ filters, basePath }: ExerciseSearchProps) {
  const t = await getTranslations('exercises')
  const [path = '', own] = basePath.split('?')
  return (
    <SearchBox
      path={path}
      q={filters.q}
      label={t('searchLabel')}
      hint={t('searchHint')}
      hidden={new URLSearchParams(own)}
    >
      <div className="grid grid-cols-[repeat(auto-fit,minmax(6.9rem,1fr))] gap-2">
        <SearchFilter
          name="muscle"
          label={t('muscle')}
          chosen={filters.muscle}
          any={t('anyMuscle')}
          options={MUSCLE_GROUPS.map((muscle) => [muscle, t(`muscles.${muscle}`)])}
        />
        <SearchFilter
          name="equipment"
          label={t('equipmentLabel')}
          chosen={filters.equipment}
          any={t('anyEquipment')}
          options={EQUIPMENT.map((item) => [item, t(`equipment.${item}`)])}
        />
        <SearchFilter
          name="category"
          label={t('category')}
          chosen={filters.category}
          any={t('anyCategory')}
          options={EXERCISE_CATEGORIES.map((category) => [category, t(`categories.${category}`)])}
        />
      </div>
    </SearchBox>
  )
}
