import {
  Dumbbell,
  Eye,
  KeyRound,
  type LucideIcon,
  ShieldCheck,
  UserRound,
  UserRoundCog,
} from 'lucide-react'
import type { Messages } from '@/lib/i18n/messages'

interface SettingsPlace {
  href: string
  label: keyof Messages['settings']['about']
  Icon: LucideIcon
}

/** Every page of the settings, for their own bar and for the list of further places. */
export const SETTINGS_PLACES: readonly SettingsPlace[] = [
  { href: '/settings/profile', label: 'profile', Icon: UserRound },
  { href: '/settings/account', label: 'account', Icon: UserRoundCog },
  { href: '/settings/security', label: 'security', Icon: ShieldCheck },
  { href: '/settings/access', label: 'access', Icon: Eye },
  { href: '/settings/gear', label: 'gear', Icon: Dumbbell },
  { href: '/settings/api-keys', label: 'apiKeys', Icon: KeyRound },
]
