/** Who else can vouch for a person; each only where its keys are set. */
export const PROVIDERS = ['google', 'apple', 'facebook'] as const
export type Provider = (typeof PROVIDERS)[number]

/** The names people know them by; names are not translated. */
export const PROVIDER_NAMES = {
  google: 'Google',
  apple: 'Apple',
  facebook: 'Facebook',
} as const satisfies Record<Provider, string>

/** Where their sign-in pages are, which a form of ours may lead to. */
export const PROVIDER_ORIGINS = {
  google: 'https://accounts.google.com',
  apple: 'https://appleid.apple.com',
  facebook: 'https://www.facebook.com',
} as const satisfies Record<Provider, string>
