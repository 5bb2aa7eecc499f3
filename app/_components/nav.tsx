import { SignOutForm } from '@/app/(app)/sign-out-form'
import { GymSwitcher } from './gym-switcher'
import { NavLink } from './nav-link'
import { PlaceBars } from './place-bars'
import { ThemeSwitch } from './theme-switch'

/** The ways to every place, for whoever is signed in. */
export function Nav() {
  return (
    <PlaceBars PlaceLink={NavLink}>
      <GymSwitcher />
      <ThemeSwitch />
      <SignOutForm />
    </PlaceBars>
  )
}
