import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Card, EmptyState } from '@/app/_components/ui/card'
import { getEnv } from '@/lib/env'
import { listOutbox } from '@/lib/services/outbox'

export const dynamic = 'force-dynamic'

/** The mails of a server that sends none, for development and the demo alone. */
export default async function OutboxPage() {
  if (!getEnv().SHOW_OUTBOX) notFound()
  const t = await getTranslations('auth')
  const format = await getFormatter()
  const mails = await listOutbox()
  return (
    <main className="mx-auto flex max-w-2xl flex-col gap-4 px-4 py-8">
      <div>
        <h1 className="text-[1.375rem] font-bold">{t('outboxTitle')}</h1>
        <p className="text-soft">{t('outboxBody')}</p>
      </div>
      {mails.length === 0 ? <EmptyState title={t('outboxEmpty')} /> : null}
      {mails.map((mail) => (
        <Card key={mail.id} className="flex flex-col gap-2 p-4">
          <h2 className="font-semibold">{mail.subject}</h2>
          <p className="text-[0.8125rem] text-soft">
            {t('outboxTo', { to: mail.to })}
            {mail.sentAt
              ? ` · ${format.dateTime(mail.sentAt, { dateStyle: 'long', timeStyle: 'short' })}`
              : null}
          </p>
          <p className="break-words whitespace-pre-line text-sm">
            {mail.text.split(/(https?:\/\/\S+)/).map((part) =>
              part.startsWith('http') ? (
                <a key={part} href={part} className="text-accent underline">
                  {part}
                </a>
              ) : (
                part
              ),
            )}
          </p>
        </Card>
      ))}
    </main>
  )
}
