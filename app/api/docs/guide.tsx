import { getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { messages } from '@/lib/i18n/messages'
import { STATUS } from '@/lib/transport/envelope'

const CALL = 'curl -H "Authorization: Bearer $KEY" "$ADDRESS/api/sessions?limit=5"'

const ANSWER = `{
  "success": true,
  "data": [ … ],
  "pagination": { "limit": 5, "nextCursor": "…" },
  "timestamp": "2026-03-01T18:30:00.000Z"
}`

const FAILURE = `{
  "success": false,
  "error": {
    "code": "validation",
    "message": "Validation failed",
    "details": { "validationErrors": { "name": ["Please fill this in."] } },
    "timestamp": "2026-03-01T18:30:00.000Z"
  }
}`

const tags = {
  code: (chunks: React.ReactNode) => <Code>{chunks}</Code>,
  link: (chunks: React.ReactNode) => (
    <a href="/settings/api-keys" className="text-accent underline">
      {chunks}
    </a>
  ),
}

/** What holds for every operation: how to sign in, what answers look like, how to retry. */
export async function Guide() {
  const t = await getTranslations('api')
  return (
    <section aria-labelledby="guide" className="flex flex-col gap-6">
      <h2 id="guide" className="text-2xl font-bold">
        {t('guide')}
      </h2>
      <Part title={t('signIn.title')}>
        <Text>{t.rich('signIn.key', tags)}</Text>
        <Text>{t('signIn.cookie')}</Text>
        <Sample>{CALL}</Sample>
      </Part>
      <Part title={t('answers.title')}>
        <Text>{t.rich('answers.body', tags)}</Text>
        <Sample>{ANSWER}</Sample>
      </Part>
      <Part title={t('errors.title')}>
        <Text>{t.rich('errors.body', tags)}</Text>
        <Sample>{FAILURE}</Sample>
        <Failures />
      </Part>
      <Part title={t('lists.title')}>
        <Text>{t.rich('lists.body', tags)}</Text>
      </Part>
      <Part title={t('writes.title')}>
        <Text>{t('writes.body')}</Text>
        <Text>{t.rich('writes.retries', tags)}</Text>
      </Part>
      <Part title={t('units.title')}>
        <Text>{t.rich('units.body', tags)}</Text>
      </Part>
      <Part title={t('limits.title')}>
        <Text>{t.rich('limits.body', tags)}</Text>
      </Part>
    </section>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-lg font-semibold">{title}</h3>
      {children}
    </section>
  )
}

function Text({ children }: { children: React.ReactNode }) {
  return <p className="max-w-prose text-soft">{children}</p>
}

/** Wraps, so that nothing has to be scrolled sideways on a phone. */
function Sample({ children }: { children: string }) {
  return (
    <Card className="p-4">
      <pre className="text-[0.8125rem] break-words whitespace-pre-wrap">
        <code>{children}</code>
      </pre>
    </Card>
  )
}

export function Code({ children }: { children: React.ReactNode }) {
  return (
    <code className="rounded bg-raised px-1 text-[0.92em] text-ink break-words">{children}</code>
  )
}

const STATUSES = new Map<string, number>(Object.entries(STATUS))

async function Failures() {
  const t = await getTranslations('api')
  return (
    <Card className="overflow-hidden">
      <table className="w-full text-left text-sm">
        <thead className="text-soft">
          <tr>
            {(['status', 'code', 'meaning'] as const).map((column) => (
              <th key={column} scope="col" className="px-3 py-2 font-medium sm:px-4">
                {t(`errors.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {Object.entries(messages.api.failures).map(([code, meaning]) => (
            <tr key={code} className="align-baseline">
              <td className="fig px-3 py-2 text-base sm:px-4">{STATUSES.get(code)}</td>
              <td className="px-3 py-2 sm:px-4">
                <Code>{code}</Code>
              </td>
              <td className="px-3 py-2 text-soft sm:px-4">{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
