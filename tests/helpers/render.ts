import { NextIntlClientProvider } from 'next-intl'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { messages } from '@/lib/i18n/messages'

/** The markup of something that is not asynchronous, with the English sentences around it. */
export function render(children: ReactNode): string {
  return renderToStaticMarkup(
    createElement(NextIntlClientProvider, { locale: 'en', timeZone: 'UTC', messages, children }),
  )
}
