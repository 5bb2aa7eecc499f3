import type { getTranslations } from 'next-intl/server'
import { type RecordReader, recordBucket, recordValue } from '@/lib/domain/record-text'
import type { LoggedRecord } from '@/lib/schemas/workout'

type Translate = Awaited<ReturnType<typeof getTranslations<'workout'>>>

/** What kind of record it is: "Heaviest weight", "Best 5-rep set", "Fastest 5 km". */
export const recordName = (
  t: Translate,
  record: Pick<LoggedRecord, 'kind' | 'bucket'>,
  reader: RecordReader,
): string => t(`records.${record.kind}`, { bucket: recordBucket(record, reader) })

/** The value that it beat, in words. */
export const recordBefore = (
  t: Translate,
  { kind, previousValue }: Pick<LoggedRecord, 'kind' | 'previousValue'>,
  reader: RecordReader,
): string =>
  previousValue === null
    ? t('records.first')
    : t('records.before', { value: recordValue({ kind, value: previousValue }, reader) })
