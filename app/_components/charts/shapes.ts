/** Shapes of points in px around 0,0. Series differ by shape and dash, not by colour alone. */
export const STAR = 'M0-7.5 2.2-2.6 7.5-2 3.6 1.6 4.6 6.8 0 4.2-4.6 6.8-3.6 1.6-7.5-2-2.2-2.6Z'

interface Look {
  stroke: string
  fill: string
  /** Of a line, in px. */
  dash: string | undefined
  dot: string
  smallDot: string
}

const FIRST: Look = {
  stroke: 'stroke-data-1',
  fill: 'fill-data-1',
  dash: undefined,
  dot: 'M-3.5 0a3.5 3.5 0 1 1 7 0 3.5 3.5 0 1 1-7 0Z',
  smallDot: 'M-2 0a2 2 0 1 1 4 0 2 2 0 1 1-4 0Z',
}

const LOOKS: readonly Look[] = [
  FIRST,
  {
    stroke: 'stroke-data-2',
    fill: 'fill-data-2',
    dash: '7 4',
    dot: 'M-3-3h6v6h-6Z',
    smallDot: 'M-2-2h4v4h-4Z',
  },
  {
    stroke: 'stroke-data-3',
    fill: 'fill-data-3',
    dash: '2 4',
    dot: 'M0-4.5 4.5 0 0 4.5-4.5 0Z',
    smallDot: 'M0-2.5 2.5 0 0 2.5-2.5 0Z',
  },
]

export const lookOf = (series: number): Look => LOOKS[series % LOOKS.length] ?? FIRST
