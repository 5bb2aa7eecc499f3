import { writeFileSync, readFileSync } from 'node:fs'
import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import postcss from 'postcss'
import tailwind from '@tailwindcss/postcss'
import { chromium } from '@playwright/test'
import { messages } from './lib/i18n/messages'
import { parts } from './look-parts.tmp'

const which = process.argv[2] ?? 'lines'
const css = await postcss([tailwind()]).process(readFileSync('app/globals.css', 'utf8'), { from: 'app/globals.css' })
const body = renderToStaticMarkup(
  <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
    <main className="mx-auto flex w-full max-w-[1040px] flex-col gap-3 p-4 lg:px-8">
      {parts[which]!.map((part, index) => (
        <section key={index} className="rounded-card border border-line bg-surface p-4">{part}</section>
      ))}
    </main>
  </NextIntlClientProvider>,
)
const cssText = css.css.replaceAll('url(./files/', `url(file://${process.cwd()}/node_modules/@fontsource-variable/inter/files/`)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const theme of (process.argv[3] ?? 'light,dark').split(','))
  for (const width of (process.argv[4] ?? '390,1280').split(',').map(Number)) {
    const file = `/tmp/charts-look/page.html`
    writeFileSync(file, `<!doctype html><html lang=en data-theme=${theme}><meta charset=utf8><meta name=viewport content="width=device-width"><style>${cssText}</style><body>${body}`)
    const page = await browser.newPage({ viewport: { width, height: 800 }, deviceScaleFactor: width < 500 ? 2 : 1 })
    await page.goto(`file://${file}`)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (over > 0) console.log('overflows', width, over)
    await page.screenshot({ path: `/tmp/charts-look/${which}-${theme}-${width}.png`, fullPage: true })
    await page.close()
  }
await browser.close()
console.log(body.length)
