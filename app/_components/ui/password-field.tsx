'use client'

import { type ComponentProps, useState } from 'react'
import { TextField } from './field'

/** A password that can be read while it is typed; without JavaScript it stays covered. */
export function PasswordField({
  words,
  ...rest
}: Omit<ComponentProps<typeof TextField>, 'type'> & { words: Record<'show' | 'hide', string> }) {
  const [isShown, setShown] = useState(false)
  return (
    <div className="relative">
      <TextField {...rest} type={isShown ? 'text' : 'password'} autoCapitalize="none" />
      <button
        type="button"
        aria-controls={`field-${rest.name}`}
        onClick={() => setShown(!isShown)}
        className="absolute -top-1.5 right-0 narrow:static min-h-8 min-w-8 rounded-control text-sm font-semibold text-accent noscript:hidden"
      >
        {isShown ? words.hide : words.show}
      </button>
    </div>
  )
}
