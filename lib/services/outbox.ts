import 'server-only'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import PostalMime from 'postal-mime'
import { newId } from '@/lib/core/id'
import { getEnv } from '@/lib/env'

interface OutboxMail {
  id: string
  to: string
  subject: string
  sentAt: Date | null
  text: string
}

const SHOWN = 50
const folder = (): string => join(getEnv().DATA_DIR, 'outbox')

/** Writes a mail as an .eml file; its name sorts by time, and half a file never bears it. */
export async function keepInOutbox(mail: SendMailOptions): Promise<void> {
  const transport = createTransport({ streamTransport: true, buffer: true })
  const { message } = await transport.sendMail(mail)
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  const file = join(folder(), `${newId()}.eml`)
  await writeFile(`${file}.unfinished`, message, { mode: 0o600 })
  await rename(`${file}.unfinished`, file)
}

/** The newest mails, newest first. */
export async function listOutbox(): Promise<OutboxMail[]> {
  const files = await readdir(folder()).catch((error) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const ids = files.filter((name) => name.endsWith('.eml')).map((name) => name.slice(0, -4))
  const newest = ids.sort().reverse().slice(0, SHOWN)
  const mails = await Promise.all(newest.map(readMail))
  return mails.filter((mail) => mail !== null)
}

/** Null for a mail that was cleared away since the folder was read. */
async function readMail(id: string): Promise<OutboxMail | null> {
  const source = await readFile(join(folder(), `${id}.eml`)).catch((error) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!source) return null
  const mail = await PostalMime.parse(source)
  return {
    id,
    to: mail.to?.map(({ address }) => address).join(', ') ?? '',
    subject: mail.subject ?? '',
    sentAt: mail.date ? new Date(mail.date) : null,
    text: mail.text ?? '',
  }
}
