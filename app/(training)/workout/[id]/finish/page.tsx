import { redirect } from 'next/navigation'
import { FinishView } from '@/app/_components/training/finish-view'
import { trainWords } from '@/app/_components/training/train-words'
import { TrainingScreen } from '@/app/_components/training/training-screen'
import { requireAuth } from '@/lib/auth/guards'
import { query } from '@/lib/transport/query'
import { getTraining } from '@/lib/use-cases/workouts/train'

/** What is done, what is not, a word about it: then the workout is finished. */
export default async function FinishPage({ params }: PageProps<'/workout/[id]/finish'>) {
  const { id } = await params
  const actor = await requireAuth()
  const document = await query(getTraining)({ sessionId: id })
  if (document.training.status !== 'in_progress') redirect(`/history/${id}`)
  return (
    <TrainingScreen
      document={document}
      words={trainWords(actor)}
      place={{ view: 'finish' }}
      end={<FinishView />}
    />
  )
}
