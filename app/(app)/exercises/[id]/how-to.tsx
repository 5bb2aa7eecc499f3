import { ExternalLink, Play } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { howToLog } from '@/lib/domain/how-to-log'
import type { ExerciseDetail } from '@/lib/schemas/exercise-library'

/** What an exercise is for, how it is done, and what its figures mean where that is easily mistaken. */
export async function HowTo({ exercise }: { exercise: ExerciseDetail }) {
  const t = await getTranslations('exercises')
  const steps = exercise.instructions
  const hints = howToLog(exercise).map((hint) => t(`howToLog.${hint}`))
  return (
    <section id="how-to" className="flex flex-col gap-4 empty:hidden">
      {exercise.description ? (
        <p className="whitespace-pre-line wrap-anywhere">{exercise.description}</p>
      ) : null}
      {exercise.videoUrl ? (
        <VideoLink
          url={exercise.videoUrl}
          text={t('watchVideo', { site: siteOf(exercise.videoUrl) })}
        />
      ) : null}
      {steps.length > 0 || hints.length > 0 ? (
        <Card className="flex flex-col gap-2 p-4">
          {steps.length > 0 ? (
            <>
              <h2 className="text-[1.0625rem] font-semibold">{t('instructions')}</h2>
              <ol className="list-decimal space-y-2 pl-5 marker:text-faint">
                {steps.map((step) => (
                  <li key={step} className="pl-1 wrap-anywhere">
                    {step}
                  </li>
                ))}
              </ol>
            </>
          ) : null}
          {hints.length > 0 ? <p className="font-medium">{hints.join(' ')}</p> : null}
          {exercise.videoUrl || exercise.isCustom ? null : (
            <VideoLink url={videosOf(exercise.name)} text={t('findVideos')} />
          )}
        </Card>
      ) : null}
    </section>
  )
}

const siteOf = (url: string): string => new URL(url).hostname

/** Three sentences are not enough for everybody, and the app has no pictures of its own. */
const videosOf = (name: string): string =>
  `https://www.youtube.com/results?${new URLSearchParams({ search_query: `how to ${name}` })}`

/** Leads out of the app, so its text names the site it leads to. */
function VideoLink({ url, text }: { url: string; text: string }) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      className="flex min-h-12 items-center gap-3 rounded-control border border-line bg-surface px-4 font-semibold text-accent hover:bg-ground"
    >
      <Play aria-hidden size={18} />
      <span className="min-w-0 flex-1 wrap-anywhere">{text}</span>
      <ExternalLink aria-hidden size={16} className="text-faint" />
    </a>
  )
}
