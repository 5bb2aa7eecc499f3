import type { ComponentProps } from 'react'
import { ActionForm, type FormAction } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'

/** One press for one routine: start it, copy it, put it away. */
export function RoutineButton<T>({
  action,
  routineId,
  gymId,
  ...button
}: {
  action: FormAction<T>
  routineId: string
  /** The gym it goes to; left out it is one's own library. */
  gymId?: string
} & ComponentProps<typeof Button>) {
  return (
    <ActionForm action={action}>
      <input type="hidden" name="routineId" value={routineId} />
      {gymId ? <input type="hidden" name="gymId" value={gymId} /> : null}
      <Button {...button} />
    </ActionForm>
  )
}
