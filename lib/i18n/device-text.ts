import type { Device } from '@/lib/domain/user-agent'
import type { Messages } from './messages'

type Say = (key: keyof Messages['settings']['devices'], values: Record<string, string>) => string

/** A device in plain words such as "Chrome on Android". @param say speaks of `settings.devices` */
export function deviceText(say: Say, { browser, system }: Device): string {
  if (browser && system) return say('both', { browser, system })
  if (browser) return say('browser', { browser })
  return system ? say('system', { system }) : say('unknown', {})
}
