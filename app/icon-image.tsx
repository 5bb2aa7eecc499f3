import { ImageResponse } from 'next/og'

interface IconShape {
  /** Width and height in pixels. */
  size: number
  /** Phones cut such an icon to a shape of their own: it fills the square and keeps clear of its edge. */
  isCut: boolean
}

/** The bar of app/icon.svg on its ground, as a PNG. */
export function drawIcon({ size, isCut }: IconShape): ImageResponse {
  const bar = Math.round(size * (isCut ? 0.62 : 0.84))
  return new ImageResponse(
    <div
      style={{
        ...{ display: 'flex', alignItems: 'center', justifyContent: 'center' },
        ...{ width: '100%', height: '100%', background: '#1f56d8' },
        borderRadius: isCut ? 0 : size / 4,
      }}
    >
      <svg width={bar} height={bar} viewBox="2.5 2.5 27 27" aria-hidden>
        <path
          d="M8 10v12M12 8v16M20 8v16M24 10v12M5 16h22"
          fill="none"
          stroke="#fff"
          strokeWidth="2.6"
          strokeLinecap="round"
        />
      </svg>
    </div>,
    { width: size, height: size },
  )
}
