import { getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import { Code } from './guide'
import type { Described } from './page'
import { Fields, fieldsOf, SchemaType } from './schema'

const LOOKS: Record<string, string> = {
  get: 'text-accent bg-accent-soft',
  delete: 'text-bad bg-bad-soft',
}
const WRITE_LOOK = 'text-good bg-good-soft'

/** One operation: what it takes, what it answers, and how it may fail. */
export async function Operation({ method, path, about }: Described) {
  const t = await getTranslations('api.operation')
  const { operationId, summary, parameters, requestBody, responses } = about
  const isWell = ([status]: [string, unknown]) => status.startsWith('2')
  const [answer] = Object.entries(responses).filter(isWell)
  const failures = Object.keys(responses).filter((status) => !status.startsWith('2'))
  return (
    <Card className="flex flex-col gap-4 p-4">
      <div className="flex flex-col gap-1">
        <h3
          id={operationId}
          className="flex flex-wrap items-baseline gap-x-3 gap-y-1 font-semibold"
        >
          <span className={`fig rounded px-2 text-base uppercase ${LOOKS[method] ?? WRITE_LOOK}`}>
            {method}
          </span>
          <a href={`#${operationId}`} className="min-w-0 break-all hover:underline">
            {path}
          </a>
        </h3>
        <p className="text-soft">{summary}</p>
      </div>
      {parameters.length > 0 ? (
        <Part title={t('parameters')}>
          <Fields fields={parameters.map((each) => ({ ...each, place: each.in }))} />
        </Part>
      ) : null}
      {requestBody ? (
        <Part title={t('body')}>
          <Fields fields={fieldsOf(requestBody.content['application/json'].schema)} />
        </Part>
      ) : null}
      {answer ? (
        <Part title={`${t('answer')} ${answer[0]}`}>
          <p className="text-sm">
            <Code>data</Code> <SchemaType schema={dataOf(answer[1].content)} />
          </p>
        </Part>
      ) : null}
      <Part title={t('failures')}>
        <p className="fig text-soft">{failures.join(' · ')}</p>
      </Part>
    </Card>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <h4 className="text-sm font-semibold">{title}</h4>
      {children}
    </div>
  )
}

type Content = Described['about']['responses'][string]['content']

const dataOf = (content: Content) =>
  'application/json' in content
    ? (content['application/json'].schema.properties?.data ?? true)
    : content['text/event-stream'].schema
