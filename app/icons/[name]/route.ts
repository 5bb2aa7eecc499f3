import { notFound } from 'next/navigation'
import { drawIcon } from '@/app/icon-image'

const ICONS: Record<string, Parameters<typeof drawIcon>[0]> = {
  '192.png': { size: 192, isCut: false },
  '512.png': { size: 512, isCut: false },
  'maskable.png': { size: 512, isCut: true },
}

/** Drawn with the build; any other name is not found. */
export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () => Object.keys(ICONS).map((name) => ({ name }))

export async function GET(_request: Request, { params }: RouteContext<'/icons/[name]'>) {
  const icon = ICONS[(await params).name]
  return icon ? drawIcon(icon) : notFound()
}
