import { getTranslations } from 'next-intl/server'
import { Card } from '@/app/_components/ui/card'
import type { JsonSchema } from '@/lib/transport/open-api'

export interface Field {
  name: string
  schema: JsonSchema | boolean
  required: boolean
  /** Where it stands in the request, for parameters. */
  place?: string
}

/** A schema with a name: its fields, and where it is found. */
export async function Schema({ name, schema }: { name: string; schema: JsonSchema }) {
  return (
    <Card className="flex flex-col gap-2 p-4">
      <h3 id={`schema-${name}`} className="font-semibold">
        {name}
      </h3>
      <Fields fields={fieldsOf(schema)} isAnswer />
    </Card>
  )
}

export const fieldsOf = ({ properties = {}, required = [] }: JsonSchema): Field[] =>
  Object.entries(properties).map(([name, schema]) => ({
    ...{ name, schema, required: required.includes(name) },
  }))

/** The fields of an object, those of objects in them below each; in answers all are there. */
export async function Fields({
  fields,
  isAnswer = false,
}: {
  fields: readonly Field[]
  isAnswer?: boolean
}) {
  const t = await getTranslations('api.schema')
  return (
    <ul className="flex flex-col divide-y divide-line">
      {fields.map(({ name, schema, required, place }) => {
        const inner = innerOf(schema)
        return (
          <li key={name} className="py-1.5 text-sm">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-medium break-all">{name}</span>
              {place ? <span className="text-faint">{place}</span> : null}
              <SchemaType schema={schema} />
              {required && !isAnswer ? <span className="text-watch">{t('required')}</span> : null}
            </p>
            {inner.length > 0 ? (
              <div className="mt-1 ml-1 border-l border-line pl-3">
                <Fields fields={inner} isAnswer={isAnswer} />
              </div>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

/** The fields of what is written out in place: an object, or a list of objects. */
function innerOf(schema: JsonSchema | boolean): Field[] {
  if (typeof schema === 'boolean' || schema.$ref) return []
  if (schema.properties) return fieldsOf(schema)
  const parts = [schema.items, ...(schema.anyOf ?? [])].flat()
  return parts.flatMap((part) => (part === undefined ? [] : innerOf(part)))
}

/** A type in words: `list of Routine`, `string uuid or null`, `integer 1 to 100`. */
export async function SchemaType({ schema }: { schema: JsonSchema | boolean }) {
  const t = await getTranslations('api.schema')
  if (typeof schema === 'boolean') return <span className="text-soft">{t('anything')}</span>
  const { $ref, anyOf, items, enum: choices } = schema
  if ($ref) return <Reference name={$ref.split('/').at(-1) ?? ''} />
  if (anyOf) return <Either schemas={anyOf} />
  if (items && !Array.isArray(items)) {
    return (
      <span className="text-soft">
        {t('listOf')} <SchemaType schema={items} />
        {await limitsOf(schema)}
      </span>
    )
  }
  const type = choices ? choices.join(' | ') : String(schema.const ?? schema.type ?? t('anything'))
  return (
    <span className="break-words text-soft">
      {[type, schema.format].filter(Boolean).join(' ')}
      {await limitsOf(schema)}
    </span>
  )
}

async function Either({ schemas }: { schemas: readonly (JsonSchema | boolean)[] }) {
  const t = await getTranslations('api.schema')
  const isNull = (schema: JsonSchema | boolean) =>
    typeof schema === 'object' && schema.type === 'null'
  const others = schemas.filter((schema) => !isNull(schema))
  return (
    <span className="text-soft">
      {others.length > 1 ? `${t('oneOf')} ` : null}
      {others.map((schema, index) => (
        <span key={JSON.stringify(schema)}>
          {index > 0 ? ', ' : null}
          <SchemaType schema={schema} />
        </span>
      ))}
      {others.length < schemas.length ? ` ${t('orNull')}` : null}
    </span>
  )
}

function Reference({ name }: { name: string }) {
  return (
    <a href={`#schema-${name}`} className="text-accent underline">
      {name}
    </a>
  )
}

async function limitsOf(schema: JsonSchema): Promise<string> {
  const t = await getTranslations('api.schema')
  const { minimum, maximum, maxLength, maxItems } = schema
  const limits = [
    minimum !== undefined && maximum !== undefined
      ? t('range', { from: String(minimum), to: String(maximum) })
      : null,
    minimum !== undefined && maximum === undefined
      ? t('atLeast', { limit: String(minimum) })
      : null,
    minimum === undefined && maximum !== undefined ? t('atMost', { limit: String(maximum) }) : null,
    maxLength === undefined ? null : t('length', { limit: maxLength }),
    maxItems === undefined ? null : t('entries', { limit: maxItems }),
    isWorthSaying(schema.default) ? t('default', { value: String(schema.default) }) : null,
  ]
  const said = limits.filter((limit) => limit !== null).join(', ')
  return said && ` ${said}`
}

/** Null, nothing and an empty list are what anybody expects of a field that is left out. */
const isWorthSaying = (value: unknown): boolean =>
  ['string', 'number', 'boolean'].includes(typeof value) && value !== '' && value !== false
