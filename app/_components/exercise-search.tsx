import { Search } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { EQUIPMENT, EXERCISE_CATEGORIES, MUSCLE_GROUPS } from '@/lib/schemas/exercise'
import type { ExerciseFilters } from './exercise-filters'
import { LiveSearchForm } from './live-search-form'
import { Button } from './ui/button'

interface ExerciseSearchProps {
  filters: ExerciseFilters
  /** Where the search leads; what its own query says is kept. */
  basePath: string
}

/** Words and three filters over the library; a plain GET form underneath. */
export async function ExerciseSearch({ filters, basePath }: ExerciseSearchProps) {
  const t = await getTranslations('exercises')
  const common = await getTranslations('common')
  const [path = '', own] = basePath.split('?')
  return (
    <search>
      <LiveSearchForm path={path}>
        {[...new URLSearchParams(own)].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="flex gap-2">
          <div className="relative min-w-0 flex-1">
            <Search
              aria-hidden
              size={18}
              className="pointer-events-none absolute top-1/2 left-3.5 -translate-y-1/2 text-faint"
            />
            <input
              type="search"
              name="q"
              defaultValue={filters.q}
              maxLength={100}
              autoComplete="off"
              aria-label={t('searchLabel')}
              placeholder={t('searchHint')}
              className="min-h-12 w-full rounded-control border border-line bg-surface pr-3 pl-10 text-base placeholder:text-faint"
            />
          </div>
          <Button look="quiet">{common('search')}</Button>
        </div>
        <div className="grid grid-cols-3 gap-2">
          <Filter name="muscle" label={t('muscle')} chosen={filters.muscle} any={t('anyMuscle')}>
            {MUSCLE_GROUPS.map((muscle) => [muscle, t(`muscles.${muscle}`)])}
          </Filter>
          <Filter
            name="equipment"
            label={t('equipmentLabel')}
            chosen={filters.equipment}
            any={t('anyEquipment')}
          >
            {EQUIPMENT.map((item) => [item, t(`equipment.${item}`)])}
          </Filter>
          <Filter
            name="category"
            label={t('category')}
            chosen={filters.category}
            any={t('anyCategory')}
          >
            {EXERCISE_CATEGORIES.map((category) => [category, t(`categories.${category}`)])}
          </Filter>
        </div>
      </LiveSearchForm>
    </search>
  )
}

interface FilterProps {
  name: string
  label: string
  chosen: string | undefined
  any: string
  children: [value: string, label: string][]
}

function Filter({ name, label, chosen, any, children }: FilterProps) {
  return (
    <select
      name={name}
      aria-label={label}
      defaultValue={chosen ?? ''}
      className="min-h-12 w-full min-w-0 rounded-control border border-line bg-surface px-2 text-sm"
    >
      <option value="">{any}</option>
      {children.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  )
}
