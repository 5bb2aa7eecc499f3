import { Plus } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import type { Tracking } from '@/lib/schemas/exercise'
import { query as read } from '@/lib/transport/query'
import { searchExercises } from '@/lib/use-cases/exercises/read-exercises'
import { readExerciseFilters } from './exercise-filters'
import { ExerciseResults, NothingFound, RESULTS_A_PAGE } from './exercise-results'
import { ExerciseSearch } from './exercise-search'
import { ActionForm, type FormAction } from './ui/action-form'
import { Button, ButtonLink } from './ui/button'

const search = read(searchExercises)

interface ExercisePickerProps<T> {
  /** The page's searchParams, of which it reads `q`, `muscle`, `equipment`, `category`, `page`. */
  query: object
  /** Offers only what counts the same. */
  tracking?: Tracking | undefined
  /** Receives what was chosen and everything that is hidden. */
  action: FormAction<T>
  hidden: Record<string, string>
  /** The name under which the action wants what was chosen. */
  chosenAs?: string
  /** Fields of a row that are made with the page, so that a press sent twice is one. */
  hiddenInRow?: () => Record<string, string>
  /** The page the picker stands on; the search keeps what its query says. */
  basePath: string
  submitLabel: string
}

const nothing = (): Record<string, string> => ({})

/** Finds an exercise and hands it to an action, one press each. */
export async function ExercisePicker<T>(props: ExercisePickerProps<T>) {
  const { query, tracking, action, hidden, hiddenInRow = nothing, basePath, submitLabel } = props
  const { chosenAs = 'exerciseId' } = props
  const t = await getTranslations('exercises')
  const filters = readExerciseFilters(query)
  const found = await search({ ...filters, tracking, limit: RESULTS_A_PAGE })
  return (
    <div className="flex flex-col gap-3">
      <ExerciseSearch filters={filters} basePath={basePath} />
      <ExerciseResults
        found={found}
        filters={filters}
        basePath={basePath}
        empty={<NothingFound q={filters.q} />}
        row={(exercise, facts) => (
          <ActionForm action={action} className="relative px-4 py-2">
            {Object.entries({ ...hidden, ...hiddenInRow() }).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <div className="flex items-center gap-3">
              {facts}
              <Button
                look="quiet"
                size="compact"
                name={chosenAs}
                value={exercise.id}
                aria-label={t('addNamed', { label: submitLabel, name: exercise.name })}
                // All of the row is the target.
                className="after:absolute after:inset-0"
              >
                <Plus aria-hidden size={16} />
                {submitLabel}
              </Button>
            </div>
          </ActionForm>
        )}
      />
      <ButtonLink look="quiet" href="/exercises/new" className="self-start">
        {t('createOwn')}
      </ButtonLink>
    </div>
  )
}
