import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { type OpenApiOperation, openApiDocument } from '@/lib/transport/open-api'
import { Contents } from './contents'
import { Guide } from './guide'
import { Operation } from './operation'
import { Schema } from './schema'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('api')
  return { title: t('title') }
}

/** The reference of the API, for people: the OpenAPI document with how to use it on top. */
export default async function ApiDocsPage() {
  const t = await getTranslations()
  const { paths, tags, components } = openApiDocument()
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, about]) => ({ path, method, about })),
  )
  const areas = tags.map(({ name }) => ({
    name,
    operations: operations.filter(({ about }) => about.tags.includes(name)),
  }))
  const schemas = Object.entries(components.schemas).sort(([a], [b]) => a.localeCompare(b))
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-6 lg:grid lg:grid-cols-[13rem_1fr] lg:gap-10">
      <Contents areas={areas} />
      <main className="flex min-w-0 flex-col gap-10">
        <header className="flex flex-col gap-2">
          <Link href="/" className="font-bold tracking-tight">
            {t('common.appName')}
          </Link>
          <h1 className="text-3xl font-bold">{t('api.title')}</h1>
          <p className="max-w-prose text-soft">
            {t.rich('api.about', {
              link: (chunks) => (
                <a href="/api/openapi.json" className="text-accent underline">
                  {chunks}
                </a>
              ),
            })}
          </p>
        </header>
        <Guide />
        {areas.map((area) => (
          <Area key={area.name} {...area} />
        ))}
        <section aria-labelledby="schemas" className="flex flex-col gap-4">
          <h2 id="schemas" className="text-2xl font-bold">
            {t('api.schema.title')}
          </h2>
          {schemas.map(([name, schema]) => (
            <Schema key={name} name={name} schema={schema} />
          ))}
        </section>
      </main>
    </div>
  )
}

export interface Described {
  path: string
  method: string
  about: OpenApiOperation
}

function Area({ name, operations }: { name: string; operations: readonly Described[] }) {
  return (
    <section aria-labelledby={name} className="flex flex-col gap-4">
      <h2 id={name} className="text-2xl font-bold capitalize">
        {name}
      </h2>
      {operations.map((operation) => (
        <Operation key={operation.about.operationId} {...operation} />
      ))}
    </section>
  )
}
