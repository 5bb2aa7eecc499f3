import type { PublicError } from '@/lib/core/result'
import { to } from '@/lib/core/result'
import type { FormAction } from './ui/action-form'

/** Why a device gave no passkey. */
export type DeviceWords = Record<'calledOff' | 'known' | 'impossible', string>

interface Ceremony<O, T> {
  /** Has what the device is asked. */
  start: FormAction<{ options: O }>
  ask: (options: O) => Promise<unknown>
  /** Takes the device's answer as the field `response`. */
  finish: FormAction<T>
  words: DeviceWords
}

/** A form's action that asks the device for a passkey between two actions of the server. */
export function askDevice<O, T>({ start, ask, finish, words }: Ceremony<O, T>): FormAction<T> {
  return async (previous, formData) => {
    if (!window.PublicKeyCredential) return [failure('impossible', words), null]
    const [error, data] = await start(null, new FormData())
    if (error) return [error, null]
    const [refusal, response] = await to(ask(data.options))
    if (refusal) return [failure(reasonOf(refusal), words), null]
    formData.set('response', JSON.stringify(response))
    return finish(previous, formData)
  }
}

/** By the names of WebAuthn 3 (5.1.3, 5.1.4); what people called off and what took too long are one. */
function reasonOf(refusal: unknown): keyof DeviceWords {
  const name = refusal instanceof Error ? refusal.name : ''
  if (name === 'InvalidStateError') return 'known'
  return name === 'SecurityError' || name === 'NotSupportedError' ? 'impossible' : 'calledOff'
}

const failure = (key: keyof DeviceWords, words: DeviceWords): PublicError => ({
  ...{ code: 'validation', key, message: words[key] },
})
