import { drawIcon } from './icon-image'

export const size = { width: 180, height: 180 }
export const contentType = 'image/png'

/** iOS rounds its corners itself. */
export default function AppleIcon() {
  return drawIcon({ size: size.width, isCut: true })
}
