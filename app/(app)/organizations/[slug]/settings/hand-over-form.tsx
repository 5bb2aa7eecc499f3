'use client'

import { ActionForm } from '@/app/_components/ui/action-form'
import { Button } from '@/app/_components/ui/button'
import { SelectField } from '@/app/_components/ui/field'
import { handOverGymAction } from '../../actions'

interface HandOverFormProps {
  gymId: string
  heirs: readonly (readonly [userId: string, name: string])[]
  words: Record<'heir' | 'submit', string>
}

export function HandOverForm({ gymId, heirs, words }: HandOverFormProps) {
  return (
    <ActionForm action={handOverGymAction} className="flex flex-col gap-4">
      {({ error, isPending }) => (
        <>
          <input type="hidden" name="gymId" value={gymId} />
          <SelectField
            label={words.heir}
            name="memberId"
            error={error}
            options={[['', '…'], ...heirs]}
            required
          />
          <Button look="danger" aria-disabled={isPending} className="sm:self-start">
            {words.submit}
          </Button>
        </>
      )}
    </ActionForm>
  )
}
