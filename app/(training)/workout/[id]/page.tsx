import { redirect } from 'next/navigation'
import { trainWords } from '@/app/_components/training/train-words'
import { TrainingScreen } from '@/app/_components/training/training-screen'
import { requireAuth } from '@/lib/auth/guards'
import { query } from '@/lib/transport/query'
import { getTraining } from '@/lib/use-cases/workouts/train'

const read = query(getTraining)

export async function generateMetadata({ params }: PageProps<'/workout/[id]'>) {
  const { id } = await params
  return { title: (await read({ sessionId: id })).training.name }
}

/**
 * The workout that is going on. A finished one is looked at in the history, but where a phone still
 * has something for it (`?unsent=1`).
 */
export default async function WorkoutPage({ params, searchParams }: PageProps<'/workout/[id]'>) {
  const { id } = await params
  const { unsent } = await searchParams
  const actor = await requireAuth()
  const document = await read({ sessionId: id })
  if (document.training.status !== 'in_progress' && !unsent) redirect(`/history/${id}`)
  return (
    <TrainingScreen document={document} words={trainWords(actor)} place={{ view: 'workout' }} />
  )
}
